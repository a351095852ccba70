package io.pushsim.api.http;

import io.pushsim.api.access.Admission;
import io.pushsim.api.access.Payload;
import io.pushsim.api.access.RequestHead;
import io.pushsim.api.access.ServiceKind;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.time.Ids;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * Takes each request of the AWS wire to its service: who calls and which service is meant is found
 * out from the head, then the body is read, then the service carries it out. Whatever happens, a
 * request gets one answer, unless its client has gone.
 */
public final class Gateway implements Handler<HttpServerRequest> {
  /** Larger bodies take long enough to parse that no event loop should do it. */
  private static final int LARGE = 64 * 1024;

  private final Vertx vertx;
  private final Ids ids;
  private final Admitting gate;
  private final Scope home;
  private final ServiceDirectory services;
  private final Faults faults;
  private final BodyBudget budget;
  private final Traffic traffic;

  /** Says who calls, and whether they may, from a request's head. */
  public interface Admitting {
    Admission admit(RequestHead head, ServiceKind expected);
  }

  /** A request that was let in, and what is to be done with it. */
  private record Planned(
      WireService service, WireService.WholeTask task, Exchange exchange, Admission admission) {}

  /**
   * @param gate says who calls, and whether they may
   * @param home the account and region of whoever is refused before that is known
   * @param budget the memory for the bodies of all requests
   * @param traffic gets told of every answer
   */
  public Gateway(
      Vertx vertx,
      Ids ids,
      Admitting gate,
      Scope home,
      ServiceDirectory services,
      Faults faults,
      BodyBudget budget,
      Traffic traffic) {
    this.vertx = vertx;
    this.ids = ids;
    this.gate = gate;
    this.home = home;
    this.services = services;
    this.faults = faults;
    this.budget = budget;
    this.traffic = traffic;
  }

  /** Answers what could not be made a request. */
  public void refuseMalformed(HttpServerRequest request) {
    reply(request, budget.share(), new Observation(traffic))
        .send(
            HttpRefusals.answer(
                HttpRefusals.ofCodec(request.decoderResult().cause()), ids.get().toString()));
  }

  /** Answers a request that may not come in. */
  public void refuse(HttpServerRequest request, SimulatorException refusal) {
    Reply reply = reply(request, budget.share(), new Observation(traffic));
    refuse(request, reply, ids.get().toString(), refusal);
  }

  private Reply reply(HttpServerRequest request, BodyBudget.Share memory, Observation observation) {
    return new Reply(request, vertx.getOrCreateContext(), memory, observation);
  }

  @Override
  public void handle(HttpServerRequest request) {
    BodyBudget.Share memory = budget.share();
    Observation observation = new Observation(traffic);
    Reply reply = reply(request, memory, observation);
    String requestId = ids.get().toString();
    try {
      HeadRules.check(request);
    } catch (RuntimeException | StackOverflowError e) {
      refuse(request, reply, requestId, e);
      return;
    }
    WireHead head = WireHead.of(request);
    String seeming = ServiceDirectory.seeming(head);
    Admission admission;
    try {
      admission = gate.admit(head.forAccess(), ServiceKind.of(seeming));
    } catch (RuntimeException e) {
      Exchange exchange = new Exchange(request, reply::send, requestId, seeming, home);
      BodyReader.skip(request).onComplete(skipped -> services.named(seeming).fail(exchange, e));
      return;
    }
    String name = admission.service().orElse(seeming);
    WireService service = services.named(name);
    observation.isFor(service.name());
    plan(
        service,
        new Exchange(request, reply::send, requestId, name, admission.caller().scope()),
        admission,
        reply,
        memory,
        observation);
  }

  /** Answers a request that got to no service. */
  private void refuse(HttpServerRequest request, Reply reply, String requestId, Throwable failure) {
    Exchange.Answer answer =
        HttpRefusals.answer(
            faults.asAnswered(failure, ErrorCode.SERVICE, WireHead.of(request), requestId),
            requestId);
    BodyReader.skip(request).onComplete(skipped -> reply.send(answer));
  }

  private void plan(
      WireService service,
      Exchange exchange,
      Admission admission,
      Reply reply,
      BodyBudget.Share memory,
      Observation observation) {
    try {
      WireService.Task task = service.plan(exchange);
      observation.isFor(service.name(), task.operation());
      if (task instanceof WireService.StreamedTask streamed) {
        reply.watchStream();
        streamed.carryOut(admission);
      } else {
        read(
            new Planned(service, (WireService.WholeTask) task, exchange, admission),
            reply,
            memory,
            observation);
      }
    } catch (RuntimeException | StackOverflowError e) {
      BodyReader.skip(exchange.request()).onComplete(skipped -> service.fail(exchange, e));
    }
  }

  private void read(
      Planned planned, Reply reply, BodyBudget.Share memory, Observation observation) {
    WireService service = planned.service();
    Exchange exchange = planned.exchange();
    BodyReader.read(service, exchange.request(), planned.task().bodyLimit(), budget, memory)
        .onSuccess(
            body -> {
              observation.received(body.length());
              carryOut(planned, body);
            })
        .onFailure(
            failure -> {
              if (failure instanceof BodyReader.ClientGone) {
                reply.abandon();
              } else {
                service.fail(exchange, failure);
              }
            });
  }

  private void carryOut(Planned planned, Body body) {
    if (body.length() <= LARGE) {
      attempt(planned, body);
      return;
    }
    vertx.executeBlocking(
        () -> {
          attempt(planned, body);
          return true;
        },
        false);
  }

  // An Error too: a body that overflows the stack or the heap is to be answered like any other.
  private static void attempt(Planned planned, Body body) {
    try {
      byte[] bytes = body.joined();
      planned.admission().verify(Payload.of(bytes));
      planned.task().carryOut(bytes);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      planned.service().fail(planned.exchange(), e);
    }
  }
}
