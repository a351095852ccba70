package io.pushsim.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what a message is that is no S3 notification. */
final class ForeignMessage {
  private static final int MOST_MEMBERS = 8;

  /** Members by which well-known messages are told. */
  private static final Map<String, String> BY_MEMBER = new LinkedHashMap<>();

  static {
    BY_MEMBER.put("getObjectContext", "a GetObject transform request (S3 Object Lambda)");
    BY_MEMBER.put("TopicArn", "an SNS envelope, which has the notification as text in its Message");
    BY_MEMBER.put("detail-type", "an EventBridge event");
    BY_MEMBER.put(
        "ReceiptHandle", "an SQS message, which has the notification as text in its Body");
    BY_MEMBER.put("requestContext", "an HTTP request's event (API Gateway or a function URL)");
    BY_MEMBER.put("s3", "one event record without the Records around it");
  }

  private ForeignMessage() {}

  static String describe(JsonNode message) {
    if (!message.isObject()) {
      return message.isArray() ? "a JSON list" : "JSON that is one value";
    }
    return BY_MEMBER.entrySet().stream()
        .filter(known -> message.has(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> "a JSON object with " + members(message));
  }

  static String describeRecord(JsonNode node) {
    if (!node.isObject()) {
      return "a record that is no JSON object";
    }
    String source = node.path("eventSource").asText(node.path("EventSource").asText(""));
    return source.isEmpty()
        ? "a record without an eventSource, with " + members(node)
        : "a record of the event source '" + Excerpt.of(source) + "'";
  }

  private static String members(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      return "no members";
    }
    String shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_MEMBERS)));
    return "the members " + Excerpt.of(shown) + (names.size() > MOST_MEMBERS ? " …" : "");
  }
}
