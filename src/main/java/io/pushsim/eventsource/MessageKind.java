package io.pushsim.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a message is, told by members that only such a message has. */
enum MessageKind {
  /** What S3 sends when a configuration is put, about no object. */
  TEST_EVENT("S3's test event", message -> hasText(message, "Event", "s3:TestEvent")),
  /** A notification, or the event with which SQS or SNS calls a Lambda function. */
  RECORDS("Records", message -> message.has("Records")),
  /** What SQS's ReceiveMessage answers. */
  QUEUE_ANSWER("an SQS answer with Messages", message -> message.path("Messages").isArray()),
  /** One message of a queue. */
  QUEUE_MESSAGE(
      "an SQS message",
      message ->
          message.has("ReceiptHandle")
              || message.has("Body") && (message.has("MD5OfBody") || message.has("MessageId"))),
  /** What SNS delivers over HTTP and to queues. */
  TOPIC_MESSAGE(
      "an SNS envelope",
      message ->
          message.has("TopicArn")
              || message.has("Message") && hasText(message, "Type", "Notification")),
  /** An event of a bus, S3's or another's. */
  BUS_EVENT("an EventBridge event", message -> message.has("detail-type"));

  private final String words;
  private final Predicate<JsonNode> marks;

  MessageKind(String words, Predicate<JsonNode> marks) {
    this.words = words;
    this.marks = marks;
  }

  /**
   * The kind of which the message has the marks, or empty where it is none of them.
   *
   * @throws io.pushsim.error.SimulatorException where it has the marks of several
   */
  static Optional<MessageKind> of(JsonNode message, Wrapping around) {
    List<MessageKind> kinds =
        message.isObject()
            ? Arrays.stream(values()).filter(kind -> kind.marks.test(message)).toList()
            : List.of();
    if (kinds.size() > 1) {
      throw around.refusal(
          kinds.stream()
              .map(kind -> kind.words)
              .collect(Collectors.joining(" and ", "a message with the marks of several: ", "")));
    }
    return kinds.stream().findFirst();
  }

  private static boolean hasText(JsonNode message, String member, String text) {
    return message.path(member).asText().equals(text);
  }
}
