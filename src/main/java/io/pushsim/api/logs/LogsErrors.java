package io.pushsim.api.logs;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/** CloudWatch Logs' errors, in its words as far as they are known. */
final class LogsErrors {
  private LogsErrors() {}

  static SimulatorException noGroup() {
    return new SimulatorException(
        ErrorCode.LOGS_RESOURCE_NOT_FOUND, "The specified log group does not exist.");
  }

  static SimulatorException noStream() {
    return new SimulatorException(
        ErrorCode.LOGS_RESOURCE_NOT_FOUND, "The specified log stream does not exist.");
  }

  static SimulatorException invalidToken() {
    return invalid("The specified nextToken is invalid.");
  }

  /** Of a parameter that is missing. */
  static SimulatorException missing(String parameter) {
    return invalid(
        "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
            .formatted(parameter));
  }

  static SimulatorException invalid(String message) {
    return new SimulatorException(ErrorCode.LOGS_INVALID_PARAMETER, message);
  }
}
