package io.pushsim.api.http;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import java.util.function.BiConsumer;

/**
 * What a failure is answered with: a refusal as it is, explained beside where AWS's words do not
 * say why; and a fault of pushsim's own as an internal error of the service, after it was reported
 * with the request's id.
 */
public final class Faults {
  private final BiConsumer<String, Throwable> report;
  private final BiConsumer<String, SimulatorException> explain;

  /**
   * @param report gets a sentence that names the request, and what went wrong
   * @param explain gets the request and a refusal whose reason AWS's own words do not say
   */
  public Faults(
      BiConsumer<String, Throwable> report, BiConsumer<String, SimulatorException> explain) {
    this.report = report;
    this.explain = explain;
  }

  /**
   * The refusal to answer with.
   *
   * @param internal how the service calls what is its own fault
   */
  public SimulatorException asAnswered(Throwable failure, ErrorCode internal, Exchange exchange) {
    return asAnswered(failure, internal, exchange.head(), exchange.requestId());
  }

  SimulatorException asAnswered(
      Throwable failure, ErrorCode internal, WireHead request, String requestId) {
    Throwable cause = Failures.cause(failure);
    if (cause instanceof SimulatorException refusal) {
      if (!refusal.explanation().isEmpty()) {
        explain.accept(request.method() + " " + request.uri(), refusal);
      }
      return refusal;
    }
    report.accept(
        "%s %s (request %s) failed inside pushsim"
            .formatted(request.method(), request.path(), requestId),
        cause);
    return new SimulatorException(
        internal, "pushsim failed on this request; its log says more under the id " + requestId);
  }
}
