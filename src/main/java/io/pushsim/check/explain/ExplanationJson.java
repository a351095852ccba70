package io.pushsim.check.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.setup.Symbol;
import io.pushsim.policy.StatementWalk;
import java.util.Locale;

/** Explanations as JSON. */
public final class ExplanationJson {
  private static final int SCHEMA_VERSION = 1;

  private final Explanation explanation;

  private ExplanationJson(Explanation explanation) {
    this.explanation = explanation;
  }

  /** The explanations, each of its set-up. */
  public static ObjectNode of(Iterable<Explanation> explanations) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("schemaVersion", SCHEMA_VERSION);
    ArrayNode list = root.putArray("explanations");
    explanations.forEach(explanation -> list.add(new ExplanationJson(explanation).json()));
    return root;
  }

  private ObjectNode json() {
    Question question = explanation.question();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("setUp", explanation.setUp())
        .put("bucket", question.bucket())
        .put("bucketArn", shown(explanation.bucket().arn().toString()))
        .put("bucketOwner", shown(explanation.bucket().owner()))
        .put("key", question.key())
        .put("event", question.type().configurationName())
        .put("allowed", explanation.isAllowed())
        .put("pushed", explanation.isPushed());
    ArrayNode rules = json.putArray("rules");
    for (RuleMatch match : explanation.rules()) {
      ObjectNode rule =
          rules
              .addObject()
              .put("rule", match.rule().title())
              .put("place", match.rule().declared().origin().place().toString())
              .put("target", shown(match.rule().target()))
              .put("matches", match.matches());
      match.mismatch().ifPresent(why -> rule.put("mismatch", shown(why)));
    }
    ArrayNode targets = json.putArray("targets");
    explanation.targets().forEach(walk -> targets.add(target(walk)));
    return json;
  }

  private String shown(String text) {
    return explanation.reading().shown(text);
  }

  private ObjectNode target(TargetWalk walk) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("target", shown(walk.target().toString()))
            .put("verdict", walk.verdict().kind().name().toLowerCase(Locale.ROOT));
    walk.verdict()
        .statement()
        .flatMap(placed -> placed.statement().sid())
        .ifPresent(sid -> json.put("statement", shown(sid)));
    walk.verdict().unknown().ifPresent(why -> json.put("unknown", why));
    ArrayNode needed = json.putArray("dependsOn");
    for (Symbol symbol : walk.verdict().dependsOn()) {
      needed.addObject().put("name", symbol.label()).put("remedy", symbol.remedy());
    }
    ArrayNode statements = json.putArray("statements");
    walk.statements().forEach(statement -> statements.add(statement(statement)));
    if (!walk.elsewhere().isEmpty()) {
      ArrayNode elsewhere = json.putArray("elsewhere");
      for (PlacedStatement other : walk.elsewhere()) {
        elsewhere
            .addObject()
            .put("target", shown(other.target().toString()))
            .put("statement", shown(other.title()))
            .put("place", other.origin().place().toString());
      }
    }
    walk.versions().ifPresent(versions -> json.put("runs", shown(versions)));
    if (explanation.former().containsKey(walk.target())) {
      ArrayNode newest = json.putArray("newest");
      explanation.former(walk).forEach(push -> newest.add(push.told()));
    }
    walk.flip()
        .ifPresent(
            flip -> {
              ObjectNode change = json.putObject("change").put("sentence", flip.sentence());
              ArrayNode commands = change.putArray("commands");
              flip.commands().forEach(commands::add);
            });
    return json;
  }

  private ObjectNode statement(TargetWalk.Statement statement) {
    StatementWalk walk = statement.walk();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("number", walk.number());
    walk.statement().sid().ifPresent(sid -> json.put("sid", shown(sid)));
    json.put("effect", walk.statement().effect().toString())
        .put("place", statement.placed().origin().place().toString())
        .put("matches", walk.matches());
    ArrayNode elements = json.putArray("elements");
    for (StatementWalk.Step step : walk.steps()) {
      elements
          .addObject()
          .put("element", step.name())
          .put("expected", shown(step.expected()))
          .put("actual", shown(step.actual()))
          .put("matches", step.matches());
    }
    return json;
  }
}
