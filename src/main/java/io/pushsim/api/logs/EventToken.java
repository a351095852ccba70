package io.pushsim.api.logs;

import io.pushsim.log.LogPosition;
import io.pushsim.log.LogSpan;

/**
 * A token of GetLogEvents, such as {@code f/} and 56 digits: a place between two events.
 *
 * @param forward whether it asks for what stands behind that place, or for what stands before
 */
record EventToken(boolean forward, LogPosition position) {
  private static final String FORWARD = "f/";
  private static final String BACKWARD = "b/";

  static EventToken parse(String text) {
    boolean forward = text.startsWith(FORWARD);
    if (!forward && !text.startsWith(BACKWARD)) {
      throw LogsErrors.invalidToken();
    }
    return new EventToken(
        forward,
        LogPosition.parse(text.substring(FORWARD.length())).orElseThrow(LogsErrors::invalidToken));
  }

  /** What it asks for of a span. */
  LogSpan restOf(LogSpan span) {
    return forward ? span.since(position) : span.before(position);
  }

  @Override
  public String toString() {
    return (forward ? FORWARD : BACKWARD) + position;
  }
}
