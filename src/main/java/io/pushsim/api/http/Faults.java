package io.pushsim.api.http;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/**
 * What a failure is answered with: a refusal as it is, and a fault of pushsim's own as an internal
 * error of the service, after it was reported with the request's id.
 */
public final class Faults {
  private final BiConsumer<String, Throwable> report;

  /**
   * @param report gets a sentence that names the request, and what went wrong
   */
  public Faults(BiConsumer<String, Throwable> report) {
    this.report = report;
  }

  /**
   * The refusal to answer with.
   *
   * @param internal how the service calls what is its own fault
   */
  public SimulatorException asAnswered(Throwable failure, ErrorCode internal, Exchange exchange) {
    return asAnswered(failure, internal, exchange.request(), exchange.requestId());
  }

  SimulatorException asAnswered(
      Throwable failure, ErrorCode internal, HttpServerRequest request, String requestId) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof SimulatorException refusal) {
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
