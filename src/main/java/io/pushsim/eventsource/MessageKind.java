package io.pushsim.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a message is, told by members that only such a message has. */
enum MessageKind {
  /** What S3 sends when a configuration is put, about no object. */
  TEST_EVENT("S3's test event"),
  /** A notification, or the event with which SQS or SNS calls a Lambda function. */
  RECORDS("Records"),
  /** What SQS's ReceiveMessage answers. */
  QUEUE_ANSWER("an SQS answer with Messages"),
  /** One message of a queue. */
  QUEUE_MESSAGE("an SQS message"),
  /** What SNS delivers over HTTP and to queues. */
  TOPIC_MESSAGE("an SNS envelope"),
  /** An event of a bus, S3's or another's. */
  BUS_EVENT("an EventBridge event");

  private final String words;

  MessageKind(String words) {
    this.words = words;
  }

  /**
   * The kind of which the message has the marks, or empty where it is none of them.
   *
   * @throws io.pushsim.error.SimulatorException where it has the marks of several
   */
  static Optional<MessageKind> of(JsonNode message, Wrapping around) {
    List<MessageKind> kinds =
        message.isObject()
            ? Arrays.stream(values()).filter(kind -> kind.marks(message)).toList()
            : List.of();
    if (kinds.size() > 1) {
      throw around.refusal(
          kinds.stream()
              .map(kind -> kind.words)
              .collect(Collectors.joining(" and ", "a message with the marks of several: ", "")));
    }
    return kinds.stream().findFirst();
  }

  private boolean marks(JsonNode message) {
    return switch (this) {
      case TEST_EVENT -> hasText(message, "Event", "s3:TestEvent");
      case RECORDS -> message.has("Records");
      case QUEUE_ANSWER -> message.path("Messages").isArray();
      case QUEUE_MESSAGE ->
          message.has("ReceiptHandle")
              || (message.has("Body") && (message.has("MD5OfBody") || message.has("MessageId")));
      case TOPIC_MESSAGE ->
          message.has("TopicArn")
              || (message.has("Message") && hasText(message, "Type", "Notification"));
      case BUS_EVENT -> message.has("detail-type");
    };
  }

  private static boolean hasText(JsonNode message, String member, String text) {
    return message.path(member).asText().equals(text);
  }
}
