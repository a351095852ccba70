package io.pushsim.eventsource;

import io.pushsim.bucket.EventType;
import java.util.Optional;

/**
 * MinIO's records: keys wholly URL-encoded in an envelope and raw in a listen stream, a size of 0
 * left out, and events of MinIO's own (MinIO source, internal/event; captured: minio-events).
 */
final class MinioDialect implements Dialect {

  @Override
  public boolean speaks(NotificationRecord record) {
    return record.text("eventSource").filter("minio:s3"::equals).isPresent();
  }

  @Override
  public Optional<EventType> awsType(NotificationRecord record, String eventName) {
    return MinioNames.awsType(record, eventName);
  }

  @Override
  public String whyNotSent(String eventName) {
    return MinioNames.whyNotSent(eventName).orElseGet(() -> Dialect.super.whyNotSent(eventName));
  }

  // An event about a bucket has no key.
  @Override
  public String key(NotificationRecord record, MessageForm form) {
    String path = "s3.object.key";
    if (record.text(path).isEmpty() && record.required("eventName").startsWith("s3:Bucket")) {
      return "";
    }
    return form == MessageForm.MINIO_ENVELOPE ? record.encodedKey(path) : record.rawKey(path);
  }

  @Override
  public Optional<Long> size(NotificationRecord record) {
    return Dialect.super.size(record).or(() -> Optional.of(0L));
  }
}
