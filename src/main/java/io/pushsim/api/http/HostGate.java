package io.pushsim.api.http;

import io.pushsim.api.access.HostCheck;
import io.pushsim.error.SimulatorException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BiConsumer;

/**
 * Tells requests that are meant for this server and come from no foreign web page from others,
 * whatever they ask for.
 */
public final class HostGate {
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final HostCheck check;
  private volatile String passed = "";

  public HostGate(HostCheck check) {
    this.check = check;
  }

  /**
   * The handler of all requests.
   *
   * @param next gets those that may come in
   * @param refusing gets those that may not, and why
   */
  public Handler<HttpServerRequest> before(
      Handler<HttpServerRequest> next, BiConsumer<HttpServerRequest, SimulatorException> refusing) {
    return request -> {
      try {
        if (!isKnown(request)) {
          check.check(RequestHeads.of(request));
          remember(request);
        }
      } catch (SimulatorException refusal) {
        refusing.accept(request, refusal);
        return;
      }
      next.handle(request);
    };
  }

  /** The same client asks again and again: a Host that has passed once passes. */
  private boolean isKnown(HttpServerRequest request) {
    return passed.equals(request.getHeader(HttpHeaders.HOST)) && isNoBrowser(request);
  }

  private void remember(HttpServerRequest request) {
    if (isNoBrowser(request) && request.headers().getAll(HttpHeaders.HOST).size() == 1) {
      passed = request.getHeader(HttpHeaders.HOST);
    }
  }

  private static boolean isNoBrowser(HttpServerRequest request) {
    return !request.headers().contains(HttpHeaders.ORIGIN)
        && !request.headers().contains(FETCH_SITE);
  }
}
