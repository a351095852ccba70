package io.pushsim.api.http;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/**
 * How services with a JSON protocol are told the operation: {@code X-Amz-Target}.
 *
 * @param service for people
 * @param prefix what stands before the operation's name
 * @param example an operation of it
 */
public record JsonTarget(String service, String prefix, String example) {
  public static final String HEADER = "X-Amz-Target";

  /**
   * The operation's name.
   *
   * @throws SimulatorException NotSimulatedException where it is told none of the service's
   */
  public String operation(Exchange exchange) {
    String target = exchange.header(HEADER).orElse("");
    if (!target.startsWith(prefix)) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          "'%s' is no operation of %s: %s is to be like %s%s"
              .formatted(target, service, HEADER, prefix, example));
    }
    return target.substring(prefix.length());
  }

  /** That an operation of the service is not simulated. */
  public SimulatorException notSimulated(String operation) {
    String whose = service + (service.endsWith("s") ? "'" : "'s");
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED, "%s operation %s is not simulated".formatted(whose, operation));
  }
}
