package io.pushsim.eventsource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.Dialect.MessageForm;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * The records of a message, normalised; none for S3's test event and a listen stream's sign of
   * life.
   *
   * @throws SimulatorException InvalidRequestContentException where the text is no notification,
   *     saying what it is instead
   */
  public List<BucketNotification> read(String text) {
    JsonNode message = parse(text);
    if (isTestEvent(message)) {
      return List.of();
    }
    if (!message.isObject() || !message.has("Records")) {
      throw noNotification(ForeignMessage.describe(message));
    }
    JsonNode records = message.get("Records");
    if (!records.isArray() && !records.isNull()) {
      throw noNotification("JSON whose Records is no list");
    }
    MessageForm form =
        message.has("EventName") && message.has("Key")
            ? MessageForm.MINIO_ENVELOPE
            : MessageForm.BARE;
    return normalised(records, form);
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

  private static List<BucketNotification> normalised(JsonNode records, MessageForm form) {
    List<BucketNotification> notifications = new ArrayList<>(records.size());
    for (JsonNode node : records) {
      NotificationRecord record = new NotificationRecord(node, notifications.size() + 1);
      Dialect dialect =
          DIALECTS.stream()
              .filter(candidate -> candidate.speaks(record))
              .findFirst()
              .orElseThrow(() -> noNotification(ForeignMessage.describeRecord(node)));
      notifications.add(dialect.normalise(record, form));
    }
    return List.copyOf(notifications);
  }

  private static SimulatorException noNotification(String whatCame) {
    return new SimulatorException(
        ErrorCode.INVALID_REQUEST_CONTENT,
        "This is no S3 notification but %s. Send a body with Records of S3 events, as MinIO, versitygw or AWS S3 write it."
            .formatted(whatCame));
  }
}
