package io.pushsim.api.http;

import io.pushsim.api.access.Admission;
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
  sealed interface Task permits WholeTask, StreamedTask {
    /** The operation's name. */
    String operation();
  }

  /** What a request asks for whose body is wanted in memory, as a whole. */
  non-sealed interface WholeTask extends Task {
    BodyLimit bodyLimit();

    /**
     * Carries it out and answers, now or later, once: what it holds of the memory for bodies is
     * free when it has answered. May be called on any thread; what it throws, {@link
     * WireService#fail} answers.
     */
    void carryOut(byte[] body);
  }

  /** What a request asks for whose body or answer may be of any size, and flows through. */
  non-sealed interface StreamedTask extends Task {

    /**
     * Carries it out: reads the body from the exchange's request and writes to its response, each
     * as the other side is ready, or gives the exchange a short answer. It is called on the
     * request's event loop, in the request's handler; what it throws, {@link WireService#fail}
     * answers.
     *
     * @param admission whose signature is still to be verified where the body is part of it
     */
    void carryOut(Admission admission);
  }
}
