package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.api.http.Exchange;
import io.pushsim.arn.FunctionArn;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.policy.Decision;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code deliveries}: what was pushed at whom, why, and what came of it. */
final class DeliveriesHandler {
  static final Set<String> PARAMETERS =
      ListParameters.and("bucket", "prefix", "target", "decision", "outcome", "since");

  private static final String PATH = "/_pushsim/deliveries/";
  private static final Map<String, Set<Decision.Kind>> DECISIONS = decisions();
  private static final Map<String, DeliveryAccount.Outcome> OUTCOMES =
      Names.of(DeliveryAccount.Outcome.class);

  private final AdminParts parts;

  DeliveriesHandler(AdminParts parts) {
    this.parts = parts;
  }

  /** Each kind by its name, and both denials by one. */
  private static Map<String, Set<Decision.Kind>> decisions() {
    Map<String, Set<Decision.Kind>> kinds = new HashMap<>();
    Names.of(Decision.Kind.class).forEach((name, kind) -> kinds.put(name, Set.of(kind)));
    kinds.put("denied", Set.of(Decision.Kind.EXPLICIT_DENY, Decision.Kind.IMPLICIT_DENY));
    return Map.copyOf(kinds);
  }

  CompletionStage<Exchange.Answer> list(AdminRequest request) {
    DeliveryQuery wanted = wanted(request.query());
    OptionalLong next = request.query().next();
    int limit = ListParameters.limit(request.query());
    return ListParameters.answer(
        request.query(),
        parts.background(),
        () -> parts.history().count(wanted),
        () ->
            JsonPage.of(
                "deliveries",
                parts.history().deliveries(wanted, next, limit),
                DeliveryAccount::number,
                DeliveryJson::of));
  }

  private static DeliveryQuery wanted(QueryParameters query) {
    return new DeliveryQuery(
        query.name("bucket"),
        query.text("prefix"),
        query.name("target").map(DeliveriesHandler::target),
        query.oneOf("decision", DECISIONS).orElse(Set.of()),
        query.oneOf("outcome", OUTCOMES),
        query.time("since"));
  }

  private static String target(String written) {
    String arn =
        written.startsWith("arn:")
            ? written
            : "arn:aws:lambda:us-east-1:000000000000:function:" + written;
    if (FunctionArn.parse(arn).isEmpty()) {
      throw QueryParameters.refused(
          "target",
          written,
          "write a function's name, name:alias, name:version, or one of these as a whole ARN");
    }
    return written;
  }

  CompletionStage<Exchange.Answer> get(AdminRequest request) {
    return CompletableFuture.supplyAsync(
        () -> Answers.json(200, DeliveryJson.of(find(request.name()))), parts.background());
  }

  private DeliveryAccount find(String id) {
    return parts
        .history()
        .delivery(id)
        .orElseThrow(
            () ->
                new SimulatorException(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    "There is no delivery '%s'; it may have been let go since it ended."
                        .formatted(id)));
  }

  CompletionStage<Exchange.Answer> redeliver(AdminRequest request) {
    return CompletableFuture.supplyAsync(
            () -> parts.events().redeliver(request.name()), parts.background())
        .thenCompose(onItsWay -> onItsWay)
        .thenApply(
            id ->
                Answers.json(
                        202,
                        JsonNodeFactory.instance
                            .objectNode()
                            .put("id", id)
                            .put("redeliveryOf", request.name()))
                    .with("Location", PATH + id));
  }
}
