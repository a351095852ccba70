package io.pushsim.scenario.report;

import io.pushsim.arn.Arn;

/** The short name of what an ARN names. */
public final class TargetName {
  private static final String FUNCTION = "function:";
  private static final String EVENT_BUS = "event-bus/";

  private TargetName() {}

  /**
   * A function's name and qualifier, the name of a queue, a topic, an event bus or a bucket; of
   * what is no ARN the whole.
   */
  public static String of(String arn) {
    String resource = Arn.parse(arn).map(Arn::resource).orElse(arn);
    if (resource.startsWith(FUNCTION)) {
      return resource.substring(FUNCTION.length());
    }
    return resource.startsWith(EVENT_BUS) ? resource.substring(EVENT_BUS.length()) : resource;
  }
}
