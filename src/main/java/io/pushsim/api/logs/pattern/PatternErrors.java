package io.pushsim.api.logs.pattern;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/** What is wrong with filter patterns. */
final class PatternErrors {
  private PatternErrors() {}

  /** CloudWatch Logs' words, seen in many reports, such as of the term {@code ':'}. */
  static SimulatorException invalidCharacter(char character) {
    return new SimulatorException(
        ErrorCode.LOGS_INVALID_PARAMETER, "Invalid character(s) in term '%s'".formatted(character));
  }

  /** A {@code ?} or {@code -} with nothing behind it, or a phrase in which nothing is. */
  static SimulatorException emptyTerm() {
    return new SimulatorException(
        ErrorCode.LOGS_INVALID_PARAMETER, "Invalid filter pattern: a term is empty");
  }

  /** A pattern in braces that is none. */
  static SimulatorException invalid(String expected, int position) {
    return new SimulatorException(
        ErrorCode.LOGS_INVALID_PARAMETER,
        "Invalid filter pattern: expected %s at character %d".formatted(expected, position + 1));
  }

  /** A regular expression between percent signs. */
  static SimulatorException regularExpression() {
    return notSimulated("A regular expression in a filter pattern (%…%)");
  }

  static SimulatorException notSimulated(String what) {
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        what
            + " is not simulated; there are terms (ERROR -WARN) and JSON ({ $.level = \"ERROR\" })");
  }
}
