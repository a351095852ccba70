package io.pushsim.eventsource;

import io.pushsim.bucket.EventType;
import java.util.Optional;

/**
 * The records of a listen stream of MinIO's: MinIO's own but for their keys, which are never
 * encoded there (MinIO source, cmd/listen-notification-handlers.go; captured:
 * listen-stream.ndjson).
 */
final class MinioListenDialect implements Dialect {
  private final MinioDialect minio = new MinioDialect();

  @Override
  public boolean speaks(NotificationRecord record) {
    return minio.speaks(record);
  }

  @Override
  public Optional<EventType> awsType(NotificationRecord record, String eventName) {
    return minio.awsType(record, eventName);
  }

  @Override
  public String whyNotSent(String eventName) {
    return minio.whyNotSent(eventName);
  }

  @Override
  public String key(NotificationRecord record, MessageForm form) {
    return minio.key(record, MessageForm.BARE);
  }

  @Override
  public Optional<Long> size(NotificationRecord record) {
    return minio.size(record);
  }
}
