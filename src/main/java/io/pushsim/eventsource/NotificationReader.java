package io.pushsim.eventsource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.Dialect.MessageForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what an S3 server says, in the dialect that each record shows. What a record says of the
 * bucket's ARN and owner is not read: it decides nothing.
 */
public final class NotificationReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  // versitygw before AWS, as it says that it were AWS.
  private static final List<Dialect> DIALECTS =
      List.of(new MinioDialect(), new VersitygwDialect(), new AwsDialect());
  private static final Set<String> EVENT_SOURCES = Set.of("minio:s3", "aws:s3");

  /** A message's records, not read yet, and what stands around them. */
  private record Message(List<NotificationRecord> records, MessageForm form) {}

  /**
   * The records of a message, normalised; none for S3's test event and a listen stream's sign of
   * life.
   *
   * @throws SimulatorException InvalidRequestContentException where the text is no notification,
   *     saying what it is instead, or where one of its records cannot be read
   */
  public List<BucketNotification> read(String text) {
    Message message = message(text);
    return message.records().stream().map(record -> normalised(record, message.form())).toList();
  }

  /**
   * The same for a server that would send it all again where it is refused: a record that can never
   * be delivered is {@link BucketNotification.Undeliverable}.
   *
   * @throws SimulatorException InvalidRequestContentException where the text is no notification, or
   *     has no record of S3's at all
   */
  public List<BucketNotification> readEach(String text) {
    Message message = message(text);
    List<NotificationRecord> records = message.records();
    if (!records.isEmpty() && records.stream().noneMatch(NotificationReader::isOfS3)) {
      throw noNotification(records.get(0).whatElse());
    }
    return records.stream().map(record -> deliverable(record, message.form())).toList();
  }

  private static Message message(String text) {
    JsonNode message = parse(text);
    if (isTestEvent(message)) {
      return new Message(List.of(), MessageForm.BARE);
    }
    if (!message.isObject() || !message.has("Records")) {
      throw noNotification(ForeignMessage.describe(message));
    }
    JsonNode records = message.get("Records");
    if (!records.isArray() && !records.isNull()) {
      throw noNotification("JSON whose Records is no list");
    }
    return new Message(
        numbered(records),
        message.has("EventName") && message.has("Key")
            ? MessageForm.MINIO_ENVELOPE
            : MessageForm.BARE);
  }

  private static List<NotificationRecord> numbered(JsonNode nodes) {
    List<NotificationRecord> records = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      records.add(new NotificationRecord(node, records.size() + 1));
    }
    return records;
  }

  private static JsonNode parse(String text) {
    if (text.isBlank()) {
      throw noNotification("an empty body");
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw noNotification(
          "no JSON (%s), beginning '%s'".formatted(e.getOriginalMessage(), Excerpt.of(text)));
    }
  }

  private static boolean isTestEvent(JsonNode message) {
    return message.path("Event").asText().equals("s3:TestEvent") && !message.has("Records");
  }

  private static BucketNotification normalised(NotificationRecord record, MessageForm form) {
    return DIALECTS.stream()
        .filter(candidate -> candidate.speaks(record))
        .findFirst()
        .orElseThrow(() -> noNotification(record.whatElse()))
        .normalise(record, form);
  }

  private static boolean isOfS3(NotificationRecord record) {
    return EVENT_SOURCES.contains(record.excerpt("eventSource"));
  }

  private static BucketNotification deliverable(NotificationRecord record, MessageForm form) {
    if (!isOfS3(record)) {
      return undeliverable(record, "beside S3's records there is " + record.whatElse());
    }
    try {
      BucketNotification notification = normalised(record, form);
      return notification instanceof BucketNotification.AwsEvent aws
          ? aws.event()
              .whyImpossible()
              .map(reason -> undeliverable(aws.event(), record, reason))
              .orElse(notification)
          : notification;
    } catch (SimulatorException unreadable) {
      return undeliverable(record, unreadable.message());
    }
  }

  private static BucketNotification undeliverable(
      ObjectEvent event, NotificationRecord record, String reason) {
    return new BucketNotification.Undeliverable(
        event.bucketName(), event.object().key(), record.excerpt("eventName"), reason);
  }

  private static BucketNotification undeliverable(NotificationRecord record, String reason) {
    return new BucketNotification.Undeliverable(
        record.excerpt("s3.bucket.name"),
        record.excerpt("s3.object.key"),
        record.excerpt("eventName"),
        reason);
  }

  private static SimulatorException noNotification(String whatCame) {
    return new SimulatorException(
        ErrorCode.INVALID_REQUEST_CONTENT,
        "This is no S3 notification but %s. Send a body with Records of S3 events, as MinIO, versitygw or AWS S3 write it."
            .formatted(whatCame));
  }
}
