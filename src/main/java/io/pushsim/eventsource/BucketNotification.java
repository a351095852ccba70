package io.pushsim.eventsource;

import io.pushsim.bucket.ObjectEvent;

/** One record of what an S3 server told, in AWS's terms. */
public sealed interface BucketNotification {

  /** An event that AWS's S3 would send too. */
  record AwsEvent(ObjectEvent event) implements BucketNotification {}

  /**
   * An event that AWS's S3 does not send, so no target gets it.
   *
   * @param key the object's key itself, not URL-encoded
   * @param eventName as the server wrote it
   * @param reason a sentence for people
   */
  record NotAnAwsEvent(String bucketName, String key, String eventName, String reason)
      implements BucketNotification {}
}
