package io.pushsim.api.http;

import io.pushsim.api.access.HostCheck;
import io.pushsim.error.SimulatorException;
import io.pushsim.time.Ids;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Passes on requests that are meant for this server and come from no foreign web page, whatever
 * they ask for; answers others itself, in JSON.
 */
public final class HostGate {
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final HostCheck check;
  private final Ids ids;
  private volatile String passed = "";

  public HostGate(HostCheck check, Ids ids) {
    this.check = check;
    this.ids = ids;
  }

  /** The handler of all requests, of which the next gets those that may come in. */
  public Handler<HttpServerRequest> before(Handler<HttpServerRequest> next) {
    return request -> {
      try {
        if (!isKnown(request)) {
          check.check(RequestHeads.of(request));
          remember(request);
        }
      } catch (SimulatorException refusal) {
        refuse(request, refusal);
        return;
      }
      next.handle(request);
    };
  }

  private void refuse(HttpServerRequest request, SimulatorException refusal) {
    Exchange.Answer answer = HttpRefusals.answer(refusal, ids.get().toString());
    BodyReader.skip(request)
        .onComplete(
            skipped -> {
              request.response().setStatusCode(answer.status());
              answer.headers().forEach(request.response()::putHeader);
              request.response().end(io.vertx.core.buffer.Buffer.buffer(answer.body()));
            });
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
