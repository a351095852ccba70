package io.pushsim.api.http;

import io.pushsim.arn.Scope;
import io.pushsim.time.Ids;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/**
 * Takes each request of the AWS wire to its service: who calls and which service is meant is found
 * out from the head, then the body is read, then the service carries it out.
 */
public final class Gateway implements Handler<RoutingContext> {
  /** Larger bodies take long enough to parse that no event loop should do it. */
  private static final int LARGE = 64 * 1024;

  private final Vertx vertx;
  private final Ids ids;
  private final Function<HttpServerRequest, Scope> callers;
  private final Function<HttpServerRequest, WireService> services;
  private final Traffic traffic;

  /**
   * @param callers in whose account and region a request is made
   * @param services which service a request is for
   * @param traffic gets told of every answer
   */
  public Gateway(
      Vertx vertx,
      Ids ids,
      Function<HttpServerRequest, Scope> callers,
      Function<HttpServerRequest, WireService> services,
      Traffic traffic) {
    this.vertx = vertx;
    this.ids = ids;
    this.callers = callers;
    this.services = services;
    this.traffic = traffic;
  }

  @Override
  public void handle(RoutingContext routed) {
    HttpServerRequest request = routed.request();
    WireService service = services.apply(request);
    Context context = vertx.getOrCreateContext();
    Exchange exchange =
        new Exchange(request, context, ids.get().toString(), callers.apply(request));
    Observation observation = new Observation(traffic, service.name());
    exchange.whenAnswered(observation);
    WireService.Task task;
    try {
      task = service.plan(exchange);
    } catch (RuntimeException e) {
      service.fail(exchange, e);
      return;
    }
    observation.isFor(task.operation());
    BodyReader.read(request, task.bodyLimit())
        .onSuccess(
            body -> {
              observation.received(body.length);
              carryOut(service, task, exchange, body);
            })
        .onFailure(failure -> service.fail(exchange, failure));
  }

  private void carryOut(
      WireService service, WireService.Task task, Exchange exchange, byte[] body) {
    if (body.length <= LARGE) {
      attempt(service, task, exchange, body);
      return;
    }
    vertx.executeBlocking(
        () -> {
          attempt(service, task, exchange, body);
          return true;
        },
        false);
  }

  private static void attempt(
      WireService service, WireService.Task task, Exchange exchange, byte[] body) {
    try {
      task.carryOut(body);
    } catch (RuntimeException e) {
      service.fail(exchange, e);
    }
  }
}
