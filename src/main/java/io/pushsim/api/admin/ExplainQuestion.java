package io.pushsim.api.admin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.S3Object;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code explain} is asked.
 *
 * @param key the object's key itself, not URL-encoded
 * @param target the only one that is asked for
 */
record ExplainQuestion(String bucket, String key, EventType type, Optional<FunctionArn> target) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final List<String> MEMBERS = List.of("bucket", "key", "event", "target");

  /**
   * Reads a request's body.
   *
   * @throws SimulatorException InvalidInput that names the member, its value and what is allowed
   */
  static ExplainQuestion read(byte[] body) {
    JsonNode question = question(body);
    String key = required(question, "key");
    if (key.getBytes(StandardCharsets.UTF_8).length > S3Object.LONGEST_KEY) {
      throw refused(
          "key", key, "S3's keys have at most " + S3Object.LONGEST_KEY + " bytes in UTF-8");
    }
    return new ExplainQuestion(
        required(question, "bucket"),
        key,
        type(required(question, "event")),
        text(question, "target").map(ExplainQuestion::target));
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
    question.fieldNames().forEachRemaining(ExplainQuestion::checkName);
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
}
