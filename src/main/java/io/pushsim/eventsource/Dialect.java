package io.pushsim.eventsource;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.ObjectEvent.EventData;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.BucketNotification.NotAnAwsEvent;
import java.util.Optional;

/**
 * The way in which one kind of S3 server writes event records: how it is told, and where it is
 * unlike the others.
 */
interface Dialect {

  /** Whether the record shows that it was written by this kind of server. */
  boolean speaks(NotificationRecord record);

  /** The event that AWS would have sent, or empty where it would have sent none. */
  Optional<EventType> awsType(NotificationRecord record, String eventName);

  /** Why AWS would have sent nothing, as a sentence for people. */
  default String whyNotSent(String eventName) {
    return "AWS S3 has no event of this name, nor one that means the same";
  }

  /** The object's key itself, not URL-encoded. */
  String key(NotificationRecord record, MessageForm form);

  default Optional<Long> size(NotificationRecord record) {
    return record.count("s3.object.size");
  }

  /** The ETag without quotes. */
  default Optional<String> eTag(NotificationRecord record) {
    return record.text("s3.object.eTag");
  }

  /** The version, or empty in a bucket without versions and for the version {@code null}. */
  default Optional<String> versionId(NotificationRecord record) {
    return record.text("s3.object.versionId").filter(id -> !id.equals("null"));
  }

  default Sequencer sequencer(String written) {
    return new Sequencer(written);
  }

  /** Where this dialect names who made the request. */
  default String principalPath() {
    return "userIdentity.principalId";
  }

  /** What the event tells besides. */
  default Optional<EventData> data(NotificationRecord record) {
    return Optional.empty();
  }

  /**
   * The record in AWS's terms.
   *
   * @throws io.pushsim.error.SimulatorException where a field is missing or unreadable
   */
  default BucketNotification normalise(NotificationRecord record, MessageForm form) {
    String eventName = record.required("eventName");
    String bucketName = record.required("s3.bucket.name");
    String key = key(record, form);
    Optional<EventType> type = awsType(record, eventName);
    if (type.isEmpty()) {
      return new NotAnAwsEvent(bucketName, key, eventName, whyNotSent(eventName));
    }
    S3Object object =
        new S3Object(
            key,
            size(record),
            eTag(record),
            versionId(record),
            record.text("s3.object.sequencer").map(this::sequencer));
    return new AwsEvent(
        new ObjectEvent(
            type.get(),
            record.time("eventTime"),
            bucketName,
            object,
            request(record),
            data(record)));
  }

  private ObjectEvent.Request request(NotificationRecord record) {
    return new ObjectEvent.Request(
        record.text(principalPath()).orElse(""),
        record.text("requestParameters.sourceIPAddress").orElse(""),
        record.text("responseElements.x-amz-request-id"),
        record.text("responseElements.x-amz-id-2"));
  }

  /** What stands around the records of a message. */
  enum MessageForm {
    /** {@code Records} alone. */
    BARE,
    /** {@code EventName} and {@code Key} beside them, as MinIO's targets get it. */
    MINIO_ENVELOPE
  }
}
