package io.pushsim.api.http;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.function.Supplier;

/**
 * How large a request's body may be.
 *
 * @param bytes the most that is taken
 * @param refusal the answer to a larger one
 */
public record BodyLimit(long bytes, Supplier<SimulatorException> refusal) {
  /** Of a service whose words for larger ones are not known. */
  public static BodyLimit of(long bytes) {
    return new BodyLimit(
        bytes,
        () -> new SimulatorException(ErrorCode.REQUEST_ENTITY_TOO_LARGE, "Request too large"));
  }
}
