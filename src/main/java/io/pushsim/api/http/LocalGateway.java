package io.pushsim.api.http;

import io.pushsim.api.access.Admission;
import io.pushsim.api.access.Caller;
import io.pushsim.api.access.Payload;
import io.pushsim.api.access.ServiceKind;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.time.Ids;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes what functions ask of AWS to its service where there is no port: in the process, on the
 * thread that calls. What {@link Gateway} does with a connection's requests, it does with these.
 */
public final class LocalGateway {
  private final Ids ids;
  private final Gateway.Admitting gate;
  private final Caller nobody;
  private final ServiceDirectory services;

  /**
   * @param gate says who calls, and whether they may
   * @param home the account and region of whoever is refused before that is known
   */
  public LocalGateway(Ids ids, Gateway.Admitting gate, Scope home, ServiceDirectory services) {
    this.ids = ids;
    this.gate = gate;
    this.nobody = new Caller(home, Optional.empty());
    this.services = services;
  }

  /**
   * Carries a request out.
   *
   * @param answer gets its one answer, now or later
   */
  public void carryOut(WireHead head, byte[] body, Consumer<Exchange.Answer> answer) {
    AtomicBoolean answered = new AtomicBoolean();
    Consumer<Exchange.Answer> once =
        given -> {
          if (answered.compareAndSet(false, true)) {
            answer.accept(given);
          }
        };
    String requestId = ids.get().toString();
    String seeming = ServiceDirectory.seeming(head);
    Admission admission;
    try {
      admission = gate.admit(head.forAccess(), ServiceKind.of(seeming));
    } catch (RuntimeException e) {
      services.named(seeming).fail(new Exchange(head, once, requestId, seeming, nobody), e);
      return;
    }
    String name = admission.service().orElse(seeming);
    WireService service = services.named(name);
    Exchange exchange = new Exchange(head, once, requestId, name, admission.caller());
    try {
      WireService.WholeTask task = whole(service.plan(exchange));
      if (body.length > task.bodyLimit().bytes()) {
        throw task.bodyLimit().refusal().get();
      }
      admission.verify(Payload.of(body));
      task.carryOut(body);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      service.fail(exchange, e);
    }
  }

  private static WireService.WholeTask whole(WireService.Task task) {
    if (task instanceof WireService.WholeTask whole) {
      return whole;
    }
    throw new SimulatorException(
        ErrorCode.NOT_SIMULATED, task.operation() + " is not simulated without a port");
  }
}
