package io.pushsim.bucket;

import io.pushsim.arn.Arn;
import java.time.Instant;
import java.util.Optional;

/**
 * The event record that S3 sends for one event to one target (S3 user guide, event message
 * structure; recorded: test_s3_notifications_sqs).
 *
 * @param bucketArn built from the bucket's name
 * @param object as this type of event tells of it; its key is not URL-encoded yet
 */
public record S3Event(
    String eventVersion,
    String awsRegion,
    Instant eventTime,
    EventType eventName,
    ObjectEvent.Request request,
    String configurationId,
    String bucketName,
    String ownerPrincipalId,
    Arn bucketArn,
    S3Object object,
    Optional<ObjectEvent.EventData> data) {

  /**
   * The record of an event in this bucket for the target of this configuration.
   *
   * @throws IllegalArgumentException where the event happened in another bucket
   */
  public static S3Event of(ObjectEvent event, Bucket bucket, String configurationId) {
    if (!event.bucketName().equals(bucket.name())) {
      throw new IllegalArgumentException(
          "an event of bucket '%s' was given to bucket '%s'"
              .formatted(event.bucketName(), bucket.name()));
    }
    return new S3Event(
        event.type().eventVersion(),
        bucket.region(),
        event.time(),
        event.type(),
        event.request(),
        configurationId,
        bucket.name(),
        bucket.ownerPrincipalId(),
        bucket.arn(),
        event.object().as(event.type()),
        event.data());
  }

  /** The key as the record has it. */
  public String encodedKey() {
    return KeyEncoding.encode(object.key());
  }
}
