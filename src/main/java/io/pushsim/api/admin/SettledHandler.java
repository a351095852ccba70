package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.invocation.Activity;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.journal.History;
import io.pushsim.time.IsoTime;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET settled}: answers as soon as nothing runs and nothing is due. */
final class SettledHandler implements AdminHandler {
  static final Set<String> PARAMETERS = Set.of("timeout");

  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_NAMED = 10;

  private final AdminParts parts;

  SettledHandler(AdminParts parts) {
    this.parts = parts;
  }

  @Override
  public CompletionStage<Exchange.Answer> handle(AdminRequest request) {
    Duration timeout = request.query().duration("timeout", USUAL, LONGEST);
    CompletableFuture<Exchange.Answer> answer = new CompletableFuture<>();
    Activity.Waiting waiting =
        parts
            .activity()
            .whenIdle(
                () ->
                    answer.complete(
                        Answers.json(
                            200, JsonNodeFactory.instance.objectNode().put("settled", true))));
    Scheduler.Scheduled end =
        parts
            .machine()
            .at(
                parts.machine().instant().plus(timeout),
                () -> {
                  if (waiting.cancel()) {
                    parts.background().execute(() -> answer.complete(notSettled(timeout)));
                  }
                });
    whenClientGoes(request.exchange(), waiting, end);
    return answer.whenComplete((told, failure) -> end.cancel());
  }

  private static void whenClientGoes(
      Exchange exchange, Activity.Waiting waiting, Scheduler.Scheduled end) {
    exchange
        .request()
        .response()
        .closeHandler(
            gone -> {
              waiting.cancel();
              end.cancel();
            });
  }

  private Exchange.Answer notSettled(Duration timeout) {
    int invocations = parts.activity().invocations();
    int events = parts.activity().events();
    ObjectNode more = JsonNodeFactory.instance.objectNode();
    more.put("invocations", invocations).put("events", events);
    ArrayNode deliveries = more.putArray("deliveries");
    History.Page<DeliveryAccount> running =
        parts.history().deliveries(DeliveryQuery.running(), OptionalLong.empty(), MOST_NAMED);
    running
        .items()
        .forEach(
            account ->
                deliveries
                    .addObject()
                    .put("id", account.delivery().id())
                    .put("receivedAt", IsoTime.milliseconds(account.received()))
                    .put("target", account.delivery().target().toString()));
    return Answers.error(
        new SimulatorException(
            ErrorCode.NOT_IN_TIME,
            "Not settled after %s: invocations that run: %d, events not pushed yet: %d."
                .formatted(timeout, invocations, events)),
        more);
  }
}
