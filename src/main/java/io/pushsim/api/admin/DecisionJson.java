package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.policy.Decision;
import io.pushsim.policy.Mismatch;
import io.pushsim.policy.Remedy;
import java.util.List;

/** Decisions as JSON. */
final class DecisionJson {
  private DecisionJson() {}

  /** What was decided, by which statement, and why: a sentence for each statement that counts. */
  static ObjectNode of(Decision decision) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("allowed", decision.isAllowed()).put("kind", Names.of(decision.kind()));
    decision.statementId().ifPresent(sid -> json.put("statement", sid));
    ArrayNode reasons = json.putArray("reasons");
    decision.reason().lines().forEach(reasons::add);
    if (!decision.isAllowed()) {
      ArrayNode remedies = json.putArray("remedies");
      decision.remedies().forEach(remedy -> remedies.add(of(remedy)));
    }
    return json;
  }

  /** For a denial by no statement: of each the first element that the request does not satisfy. */
  static ArrayNode mismatches(Decision decision) {
    ArrayNode statements = JsonNodeFactory.instance.arrayNode();
    List<Mismatch> mismatches =
        decision instanceof Decision.ImplicitDeny implicit ? implicit.mismatches() : List.of();
    for (Mismatch mismatch : mismatches) {
      ObjectNode statement = statements.addObject().put("number", mismatch.number());
      mismatch.statementId().ifPresent(sid -> statement.put("statement", sid));
      statement
          .put("effect", mismatch.effect().toString())
          .put("element", mismatch.element())
          .put("expected", mismatch.expected())
          .put("actual", mismatch.actual());
    }
    return statements;
  }

  private static ObjectNode of(Remedy remedy) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("sentence", remedy.sentence());
    remedy.commandLine().ifPresent(command -> json.put("command", command));
    return json;
  }
}
