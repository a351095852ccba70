package io.pushsim.eventsource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.Dialect.MessageForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an S3 server says, in the dialect that each record shows, also out of the envelopes of
 * SQS, SNS and EventBridge. What a record says of the bucket's ARN and owner is not read: it
 * decides nothing.
 */
public final class NotificationReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  // versitygw before AWS, as it says that it were AWS.
  private static final List<Dialect> DIALECTS =
      List.of(new MinioDialect(), new RustfsDialect(), new VersitygwDialect(), new AwsDialect());

  /**
   * The records of a message, normalised; none for S3's test event and a listen stream's sign of
   * life. Of several messages in one envelope all are read or none.
   *
   * @throws SimulatorException InvalidRequestContentException where the text is no notification,
   *     saying what it is instead
   */
  public List<BucketNotification> read(String text) {
    List<BucketNotification> found = new ArrayList<>();
    read(text, Wrapping.NONE, found);
    return List.copyOf(found);
  }

  private static void read(String text, Wrapping around, List<BucketNotification> found) {
    JsonNode message = parse(text, around);
    MessageKind kind =
        MessageKind.of(message, around)
            .orElseThrow(() -> around.refusal(ForeignMessage.describe(message)));
    switch (kind) {
      case TEST_EVENT -> {}
      case RECORDS -> readRecords(message, around, found);
      case QUEUE_ANSWER -> readMessages(message.get("Messages"), around, found);
      case QUEUE_MESSAGE -> unwrap(Envelope.QUEUE_MESSAGE, 1, message, around, found);
      case TOPIC_MESSAGE -> readTopicMessage(message, around, found);
      case BUS_EVENT ->
          found.add(
              new EventBridgeEvent(
                      new NotificationRecord(message, around.name("the EventBridge event")))
                  .normalise(around));
    }
  }

  private static JsonNode parse(String text, Wrapping around) {
    if (text.isBlank()) {
      throw around.refusal("an empty body");
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw around.refusal(
          "no JSON (%s), beginning '%s'"
              .formatted(Excerpt.of(e.getOriginalMessage()), Excerpt.of(text)));
    }
  }

  private static void readRecords(
      JsonNode message, Wrapping around, List<BucketNotification> found) {
    JsonNode records = message.get("Records");
    if (!records.isArray() && !records.isNull()) {
      throw around.refusal("JSON whose Records is no list");
    }
    MessageForm form =
        message.has("EventName") && message.has("Key")
            ? MessageForm.MINIO_ENVELOPE
            : MessageForm.BARE;
    int number = 0;
    for (JsonNode node : records) {
      number++;
      Optional<Envelope> envelope = envelope(node, around);
      if (envelope.isPresent()) {
        unwrap(envelope.get(), number, node, around, found);
      } else {
        found.add(normalised(node, number, form, around));
      }
    }
  }

  private static Optional<Envelope> envelope(JsonNode record, Wrapping around) {
    if (record.has("eventSource") && record.has("EventSource")) {
      throw around.refusal(ForeignMessage.describeRecord(record));
    }
    if (record.path("eventSource").asText().equals("aws:sqs")) {
      return Optional.of(Envelope.QUEUE_RECORD);
    }
    return record.path("EventSource").asText().equals("aws:sns")
        ? Optional.of(Envelope.TOPIC_RECORD)
        : Optional.empty();
  }

  private static BucketNotification normalised(
      JsonNode node, int number, MessageForm form, Wrapping around) {
    NotificationRecord record =
        new NotificationRecord(
            node, around.name("record %d of the notification".formatted(number)));
    return DIALECTS.stream()
        .filter(candidate -> candidate.speaks(record))
        .findFirst()
        .orElseThrow(() -> around.refusal(ForeignMessage.describeRecord(node)))
        .normalise(record, form);
  }

  private static void readMessages(
      JsonNode messages, Wrapping around, List<BucketNotification> found) {
    int number = 0;
    for (JsonNode message : messages) {
      number++;
      unwrap(Envelope.QUEUE_MESSAGE, number, message, around, found);
    }
  }

  private static void readTopicMessage(
      JsonNode message, Wrapping around, List<BucketNotification> found) {
    String type = message.path("Type").asText("Notification");
    if (!type.equals("Notification")) {
      throw around.refusal(ForeignMessage.describeTopicMessage(message, type));
    }
    unwrap(Envelope.TOPIC_MESSAGE, 1, message, around, found);
  }

  private static void unwrap(
      Envelope envelope,
      int number,
      JsonNode message,
      Wrapping around,
      List<BucketNotification> found) {
    Wrapping within = around.with(envelope.words(number));
    read(envelope.content(message, around), within, found);
  }
}
