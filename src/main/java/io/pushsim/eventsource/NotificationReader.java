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

  private final List<Dialect> dialects;
  private final boolean keepsOriginals;

  /** A reader of what servers post, each in the dialect that it shows. */
  public NotificationReader() {
    this(DIALECTS, false);
  }

  private NotificationReader(List<Dialect> dialects, boolean keepsOriginals) {
    this.dialects = dialects;
    this.keepsOriginals = keepsOriginals;
  }

  /** A reader of the lines of MinIO's listen stream, which do not show that their keys are raw. */
  public static NotificationReader ofListenStream() {
    return new NotificationReader(List.of(new MinioListenDialect()), false);
  }

  /**
   * A reader that keeps each record as its server wrote it, beside what it means, or one that does
   * not. An EventBridge event has no record of a server's in it, so nothing of it is kept.
   */
  public NotificationReader keepingOriginals(boolean keeps) {
    return new NotificationReader(dialects, keeps);
  }

  /**
   * The records of a message, normalised; none for S3's test event and a listen stream's sign of
   * life. Of several messages in one envelope all are read or none.
   *
   * @throws SimulatorException InvalidRequestContentException where the text is no notification,
   *     saying what it is instead
   */
  public List<BucketNotification> read(String text) {
    List<BucketNotification> found = new ArrayList<>();
    read(text, Wrapping.NONE, new Findings(found, this::normalised));
    return List.copyOf(found);
  }

  /**
   * The same for a server that would send it all again where it is refused: a record that can never
   * be delivered is {@link BucketNotification.Undeliverable}.
   *
   * @throws SimulatorException InvalidRequestContentException where the text is no notification, or
   *     has no record of S3's at all
   */
  public List<BucketNotification> readEach(String text) {
    List<BucketNotification> found = new ArrayList<>();
    DeliverableRecords records = new DeliverableRecords(this::normalised);
    read(text, Wrapping.NONE, new Findings(found, records));
    records.checkOneIsOfS3();
    return List.copyOf(found);
  }

  /** Reads one record of a message. */
  interface RecordReading {
    BucketNotification read(NotificationRecord record, MessageForm form, Wrapping around);

    /** What a record stands for that is an envelope with no notification in it. */
    default BucketNotification unwrapped(NotificationRecord record, SimulatorException refusal) {
      throw refusal;
    }
  }

  /** What has been found in a message, and how its records are read. */
  private record Findings(List<BucketNotification> found, RecordReading reading) {
    private void add(BucketNotification notification) {
      found.add(notification);
    }
  }

  private void read(String text, Wrapping around, Findings found) {
    JsonNode message = parse(text, around);
    MessageKind kind =
        MessageKind.of(message, around)
            .orElseThrow(() -> around.refusal(ForeignMessage.describe(message)));
    switch (kind) {
      case TEST_EVENT -> {}
      case RECORDS -> readRecords(message, text, around, found);
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

  private void readRecords(JsonNode message, String text, Wrapping around, Findings found) {
    JsonNode records = message.get("Records");
    if (!records.isArray() && !records.isNull()) {
      throw around.refusal("JSON whose Records is no list");
    }
    MessageForm form =
        message.has("EventName") && message.has("Key")
            ? MessageForm.MINIO_ENVELOPE
            : MessageForm.BARE;
    List<String> originals = keepsOriginals ? RecordTexts.of(text) : List.of();
    int number = 0;
    for (JsonNode node : records) {
      number++;
      NotificationRecord record =
          new NotificationRecord(node, around.name("record " + number + " of the notification"));
      Optional<Envelope> envelope = envelope(node, around);
      if (envelope.isEmpty()) {
        BucketNotification read = found.reading().read(record, form, around);
        found.add(keepsOriginals ? read.withOriginal(originals.get(number - 1)) : read);
        continue;
      }
      try {
        unwrap(envelope.get(), number, node, around, found);
      } catch (SimulatorException e) {
        found.add(found.reading().unwrapped(record, e));
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

  /** The record in AWS's words, by the dialect that it shows. */
  private BucketNotification normalised(
      NotificationRecord record, MessageForm form, Wrapping around) {
    return dialects.stream()
        .filter(candidate -> candidate.speaks(record))
        .findFirst()
        .orElseThrow(() -> around.refusal(record.whatElse()))
        .normalise(record, form);
  }

  private void readMessages(JsonNode messages, Wrapping around, Findings found) {
    int number = 0;
    for (JsonNode message : messages) {
      number++;
      unwrap(Envelope.QUEUE_MESSAGE, number, message, around, found);
    }
  }

  private void readTopicMessage(JsonNode message, Wrapping around, Findings found) {
    String type = message.path("Type").asText("Notification");
    if (!type.equals("Notification")) {
      throw around.refusal(ForeignMessage.describeTopicMessage(message, type));
    }
    unwrap(Envelope.TOPIC_MESSAGE, 1, message, around, found);
  }

  private void unwrap(
      Envelope envelope, int number, JsonNode message, Wrapping around, Findings found) {
    Wrapping within = around.with(envelope.words(number));
    read(envelope.content(message, around), within, found);
  }
}
