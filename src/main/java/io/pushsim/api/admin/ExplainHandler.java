package io.pushsim.api.admin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.EventType;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.Explanation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** {@code POST explain}: what would come of an event, and why; nothing is done. */
final class ExplainHandler implements AdminHandler {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final List<String> MEMBERS = List.of("bucket", "key", "event", "target");
  private static final int LONGEST_KEY = 1024;

  private final AdminParts parts;

  ExplainHandler(AdminParts parts) {
    this.parts = parts;
  }

  @Override
  public CompletionStage<Exchange.Answer> handle(AdminRequest request) {
    JsonNode question = question(request.body());
    String bucket = required(question, "bucket");
    String key = required(question, "key");
    if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw refused("key", key, "S3's keys have at most " + LONGEST_KEY + " bytes in UTF-8");
    }
    EventType type = type(required(question, "event"));
    Optional<FunctionArn> target = text(question, "target").map(ExplainHandler::target);
    return CompletableFuture.supplyAsync(
        () -> {
          Explanation explanation =
              target
                  .map(arn -> parts.explainer().explain(bucket, arn))
                  .orElseGet(() -> parts.explainer().explain(bucket, type, key));
          return Answers.json(200, json(bucket, key, type, explanation));
        },
        parts.background());
  }

  private static JsonNode question(byte[] body) {
    JsonNode question;
    try {
      question = JSON.readTree(body);
    } catch (JacksonException e) {
      throw unreadable("it is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw unreadable("it is no text: " + e.getMessage());
    }
    if (!question.isObject()) {
      throw unreadable("it is no JSON object");
    }
    question.fieldNames().forEachRemaining(ExplainHandler::checkName);
    return question;
  }

  private static SimulatorException unreadable(String why) {
    return new SimulatorException(
        ErrorCode.INVALID_INPUT,
        "The body cannot be read: %s. Send {\"bucket\": …, \"key\": …, \"event\": \"s3:ObjectCreated:Put\"}."
            .formatted(why));
  }

  private static void checkName(String name) {
    if (!MEMBERS.contains(name)) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "There is no member '%s' here: write %s.".formatted(name, String.join(", ", MEMBERS)));
    }
  }

  private static Optional<String> text(JsonNode question, String name) {
    JsonNode member = question.path(name);
    if (member.isMissingNode()) {
      return Optional.empty();
    }
    if (!member.isTextual() || member.textValue().isEmpty()) {
      throw refused(name, member.toString(), "write a text that is not empty");
    }
    return Optional.of(member.textValue());
  }

  private static String required(JsonNode question, String name) {
    return text(question, name)
        .orElseThrow(
            () ->
                new SimulatorException(
                    ErrorCode.INVALID_INPUT,
                    "The member %s is missing: write bucket, key and event.".formatted(name)));
  }

  private static EventType type(String written) {
    return EventType.parse(written)
        .orElseThrow(
            () ->
                refused(
                    "event",
                    written,
                    "write one event, with or without s3: before it: "
                        + Arrays.stream(EventType.values())
                            .map(EventType::recordName)
                            .collect(Collectors.joining(", "))));
  }

  private static FunctionArn target(String written) {
    return FunctionArn.parse(written)
        .orElseThrow(
            () ->
                refused(
                    "target",
                    written,
                    "write a whole ARN such as arn:aws:lambda:us-east-1:111111111111:function:name:PROD"));
  }

  private static SimulatorException refused(String name, String value, String remedy) {
    return QueryParameters.refused(name, value, remedy);
  }

  private static ObjectNode json(
      String bucketName, String key, EventType type, Explanation explanation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bucket", bucketName).put("key", key).put("event", type.configurationName());
    explanation
        .bucket()
        .ifPresent(
            bucket ->
                json.put("bucketArn", bucket.arn().toString())
                    .put("bucketOwner", bucket.ownerAccount()));
    explanation.unmatched().ifPresent(reason -> json.put("unmatched", reason));
    ArrayNode targets = json.putArray("targets");
    explanation.targets().forEach(target -> targets.add(json(target)));
    return json;
  }

  private static ObjectNode json(Explanation.Target target) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    target.configurationId().ifPresent(id -> json.put("configurationId", id));
    json.put("target", target.arn().toString())
        .put("exists", !target.candidates().isEmpty())
        .set("decision", DecisionJson.of(target.decision()));
    json.set("statements", DecisionJson.mismatches(target.decision()));
    ArrayNode versions = json.putArray("versions");
    target
        .candidates()
        .forEach(
            candidate ->
                versions
                    .addObject()
                    .put("version", candidate.version())
                    .put("weight", candidate.weight()));
    return json;
  }
}
