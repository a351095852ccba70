package io.pushsim.eventsource;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.Dialect.MessageForm;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the records of one message so that those which can never be delivered stand in nobody's
 * way. For one message and one thread.
 */
final class DeliverableRecords implements NotificationReader.RecordReading {
  private static final Set<String> EVENT_SOURCES = Set.of("minio:s3", "rustfs:s3", "aws:s3");

  private final NotificationReader.RecordReading strict;
  private boolean anyOfS3;
  private Optional<SimulatorException> firstForeign = Optional.empty();

  /**
   * @param strict reads one record, and refuses it where it cannot be read
   */
  DeliverableRecords(NotificationReader.RecordReading strict) {
    this.strict = strict;
  }

  @Override
  public BucketNotification read(NotificationRecord record, MessageForm form, Wrapping around) {
    if (!EVENT_SOURCES.contains(record.excerpt("eventSource"))) {
      return unwrapped(record, around.refusal(record.whatElse()));
    }
    anyOfS3 = true;
    try {
      BucketNotification notification = strict.read(record, form, around);
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

  @Override
  public BucketNotification unwrapped(NotificationRecord record, SimulatorException refusal) {
    if (firstForeign.isEmpty()) {
      firstForeign = Optional.of(refusal);
    }
    return undeliverable(record, "beside S3's records there is " + record.whatElse());
  }

  /**
   * @throws SimulatorException where there were records and none was S3's
   */
  void checkOneIsOfS3() {
    if (!anyOfS3 && firstForeign.isPresent()) {
      throw firstForeign.get();
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
}
