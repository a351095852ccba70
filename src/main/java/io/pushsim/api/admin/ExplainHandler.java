package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.eventsource.Explanation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code POST explain}: what would come of an event, and why, and what came of the last such;
 * nothing is done.
 */
final class ExplainHandler implements AdminHandler {
  private final AdminParts parts;
  private final FormerPushes former;

  ExplainHandler(AdminParts parts) {
    this.parts = parts;
    this.former = new FormerPushes(parts.history());
  }

  @Override
  public CompletionStage<Exchange.Answer> handle(AdminRequest request) {
    ExplainQuestion question = ExplainQuestion.read(request.body());
    return CompletableFuture.supplyAsync(
        () -> Answers.json(200, json(question, explained(question))), parts.background());
  }

  private Explanation explained(ExplainQuestion question) {
    return question
        .target()
        .map(target -> parts.explainer().explain(question.bucket(), target))
        .orElseGet(
            () -> parts.explainer().explain(question.bucket(), question.type(), question.key()));
  }

  private ObjectNode json(ExplainQuestion question, Explanation explanation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bucket", question.bucket())
        .put("key", question.key())
        .put("event", question.type().configurationName());
    explanation
        .bucket()
        .ifPresent(
            bucket ->
                json.put("bucketArn", bucket.arn().toString())
                    .put("bucketOwner", bucket.ownerAccount()));
    explanation.unmatched().ifPresent(reason -> json.put("unmatched", reason));
    ArrayNode targets = json.putArray("targets");
    explanation.targets().forEach(target -> targets.add(json(question, target)));
    return json;
  }

  private ObjectNode json(ExplainQuestion question, Explanation.Target target) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    target.configurationId().ifPresent(id -> json.put("configurationId", id));
    json.put("target", target.arn().toString())
        .put("exists", !target.candidates().isEmpty())
        .set("decision", DecisionJson.of(target.decision()));
    json.set("statements", DecisionJson.mismatches(target.decision()));
    target.failing().ifPresent(failing -> json.set("asynchronous", json(failing)));
    ArrayNode versions = json.putArray("versions");
    target.candidates().forEach(candidate -> versions.add(json(candidate)));
    json.put("deliveries", "/_pushsim/deliveries?target=" + target.arn());
    json.set("newest", former.of(question.bucket(), question.key(), target.arn()));
    return json;
  }

  private static ObjectNode json(Explanation.Failing failing) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("maximumRetryAttempts", failing.retries())
        .put("maximumEventAgeInSeconds", failing.age().toSeconds());
    failing.onSuccess().ifPresent(arn -> json.put("onSuccess", arn));
    failing.onFailure().ifPresent(arn -> json.put("onFailure", arn));
    return json;
  }

  private static ObjectNode json(Explanation.Candidate candidate) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", candidate.version()).put("weight", candidate.weight());
    candidate.deadLetterTarget().ifPresent(arn -> json.put("deadLetterTarget", arn));
    return json;
  }
}
