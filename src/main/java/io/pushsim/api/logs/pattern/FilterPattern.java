package io.pushsim.api.logs.pattern;

import io.pushsim.error.SimulatorException;

/**
 * Which log events are wanted (CloudWatch Logs user guide, "Filter pattern syntax for metric
 * filters, subscription filters, filter log events, and Live Tail").
 */
public sealed interface FilterPattern permits TermPattern, JsonPattern {

  /** Whether a log event's message is wanted. */
  boolean matches(String message);

  /**
   * The pattern that a text is; an empty one matches everything.
   *
   * @throws SimulatorException InvalidParameterException where it is none, NotSimulatedException of
   *     a pattern of space-delimited fields or with a regular expression
   */
  static FilterPattern parse(String text) {
    String pattern = text.strip();
    if (pattern.startsWith("{")) {
      return new JsonPatternReader(pattern).read();
    }
    if (pattern.startsWith("[")) {
      throw PatternErrors.notSimulated("A filter pattern of space-delimited fields ([…])");
    }
    return TermPattern.parse(pattern);
  }
}
