package io.pushsim.api.http;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Map;

/**
 * One of the services that share the port: it understands its own requests and words its own
 * errors.
 */
public interface WireService {

  /** Its name in a credential scope, such as {@code lambda}; {@code pushsim} for pushsim's own. */
  String name();

  /**
   * Says from a request's head alone what it asks for, before a byte of its body is read.
   *
   * @throws io.pushsim.error.SimulatorException where it asks for nothing that there is
   */
  Task plan(Exchange exchange);

  /**
   * Answers with an error. What is no {@link io.pushsim.error.SimulatorException} is a fault of
   * pushsim's own.
   */
  void fail(Exchange exchange, Throwable failure);

  /** The refusal of a request for which there is no memory just now; its client may try again. */
  default SimulatorException tooBusy() {
    return new SimulatorException(
        ErrorCode.TOO_MANY_REQUESTS, "Rate Exceeded.", Map.of("Reason", "CallerRateLimitExceeded"));
  }

  /** The refusal of a request whose body does not come in time. */
  default SimulatorException tooSlow() {
    return new SimulatorException(
        ErrorCode.REQUEST_TIMEOUT, "The request's body did not come in time");
  }

  /** What a request asks for. */
  interface Task {
    /** The operation's name. */
    String operation();

    BodyLimit bodyLimit();

    /**
     * Carries it out and answers, now or later, once: what it holds of the memory for bodies is
     * free when it has answered. May be called on any thread; what it throws, {@link
     * WireService#fail} answers.
     */
    void carryOut(byte[] body);
  }
}
