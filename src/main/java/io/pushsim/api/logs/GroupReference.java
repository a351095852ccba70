package io.pushsim.api.logs;

import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.log.LogGroupId;
import java.util.Optional;

/** How a request names its log group: by its name, or by its name or ARN as an identifier. */
final class GroupReference {
  private GroupReference() {}

  /**
   * The log group that a request means.
   *
   * @throws SimulatorException where it names none, or two, or one of another account or region,
   *     which nobody shares with the caller
   */
  static LogGroupId of(Scope caller, Optional<String> name, Optional<String> identifier) {
    if (name.isPresent() && identifier.isPresent()) {
      throw new SimulatorException(
          ErrorCode.VALIDATION,
          "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
    }
    if (identifier.isPresent()) {
      return identified(caller, identifier.get());
    }
    return new LogGroupId(caller, name.orElseThrow(() -> LogsErrors.missing("logGroupName")));
  }

  private static LogGroupId identified(Scope caller, String identifier) {
    if (!identifier.startsWith("arn:")) {
      return new LogGroupId(caller, identifier);
    }
    String own = new LogGroupId(caller, "").arn();
    if (!identifier.startsWith(own)) {
      throw LogsErrors.noGroup();
    }
    return new LogGroupId(caller, identifier.substring(own.length()));
  }
}
