package io.pushsim.api.http;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/** What becomes of a request whose body cannot be read to its end. */
public final class BodyFailure {
  private BodyFailure() {}

  /** The refusal, in the service's words where it is a matter of time. */
  public static SimulatorException worded(WireService service, Throwable failure) {
    return failure instanceof ConnectionWatch.SlowBody
        ? service.tooSlow()
        : new SimulatorException(
            ErrorCode.BAD_REQUEST, "The request's body is broken: " + HttpRefusals.reason(failure));
  }
}
