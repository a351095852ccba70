package io.pushsim.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a message is that is no S3 notification. */
final class ForeignMessage {
  private static final int MOST_MEMBERS = 8;

  /** Members by which well-known messages are told, the surest first. */
  private static final Map<String, String> BY_MEMBER = new LinkedHashMap<>();

  static {
    BY_MEMBER.put("getObjectContext", "a GetObject transform request (S3 Object Lambda)");
    BY_MEMBER.put("headObjectContext", "a HeadObject transform request (S3 Object Lambda)");
    BY_MEMBER.put("listObjectsContext", "a ListObjects transform request (S3 Object Lambda)");
    BY_MEMBER.put("listObjectsV2Context", "a ListObjectsV2 transform request (S3 Object Lambda)");
    BY_MEMBER.put("invocationSchemaVersion", "a task of S3 Batch Operations");
    BY_MEMBER.put("requestContext", "an HTTP request's event (API Gateway or a function URL)");
    BY_MEMBER.put("specversion", "a CloudEvents message");
    BY_MEMBER.put("event_name", "a notification of an early RustFS, before it wrote Records");
    BY_MEMBER.put("s3", "one event record without the Records around it");
    BY_MEMBER.put("Sns", "one SNS record without the Records around it");
  }

  /** Sources that say themselves in {@code eventSource} beside the list of what they bring. */
  private static final Map<String, String> BY_SOURCE =
      Map.of(
          "aws:kafka", "records of Kafka, whose values are notifications in base64",
          "SelfManagedKafka", "records of Kafka, whose values are notifications in base64",
          "aws:mq", "messages of Amazon MQ",
          "aws:rmq", "messages of Amazon MQ");

  private ForeignMessage() {}

  static String describe(JsonNode message) {
    if (message.isArray()) {
      return message.path(0).has("EventTime")
          ? "a JSON list, as MinIO's access format for Redis and databases is"
          : "a JSON list";
    }
    if (!message.isObject()) {
      return "JSON that is one value";
    }
    String source = message.path("eventSource").asText("");
    return BY_MEMBER.entrySet().stream()
        .filter(known -> message.has(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(BY_SOURCE.get(source)))
        .orElseGet(() -> "a JSON object with " + members(message));
  }

  /** Says what came from SNS that is not a notification, such as a subscription to confirm. */
  static String describeTopicMessage(JsonNode message, String type) {
    String topic = Excerpt.of(message.path("TopicArn").asText(""));
    return switch (type) {
      case "SubscriptionConfirmation" ->
          "SNS's request to confirm the subscription to '%s', which pushsim does not do by itself: do it with 'aws sns confirm-subscription'"
              .formatted(topic);
      case "UnsubscribeConfirmation" ->
          "SNS's message that the subscription to '%s' has ended".formatted(topic);
      default -> "an SNS envelope of the Type '%s'".formatted(Excerpt.of(type));
    };
  }

  static String describeRecord(JsonNode node) {
    if (!node.isObject()) {
      return "a record that is no JSON object";
    }
    String own = node.path("eventSource").asText("");
    String other = node.path("EventSource").asText("");
    if (!own.isEmpty() && !other.isEmpty()) {
      return "a record that says both eventSource '%s' and EventSource '%s'"
          .formatted(Excerpt.of(own), Excerpt.of(other));
    }
    String source = own + other;
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
