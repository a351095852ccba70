package io.pushsim.eventsource;

import io.pushsim.bucket.ObjectEvent;
import java.util.Optional;

/** One record of what an S3 server told, in AWS's terms. */
public sealed interface BucketNotification {

  /** The same with the record as its server wrote it, where there may be a handler to get it. */
  default BucketNotification withOriginal(String record) {
    return this;
  }

  /**
   * An event that AWS's S3 would send too.
   *
   * @param original the record as its server wrote it, JSON text, where handlers are to get that in
   *     the place of AWS's
   */
  record AwsEvent(ObjectEvent event, Optional<String> original) implements BucketNotification {
    /** One of which handlers get AWS's record. */
    public AwsEvent(ObjectEvent event) {
      this(event, Optional.empty());
    }

    @Override
    public BucketNotification withOriginal(String record) {
      return new AwsEvent(event, Optional.of(record));
    }
  }

  /**
   * An event that AWS's S3 does not send, so no target gets it.
   *
   * @param key the object's key itself, not URL-encoded
   * @param eventName as the server wrote it
   * @param reason a sentence for people
   */
  record NotAnAwsEvent(String bucketName, String key, String eventName, String reason)
      implements BucketNotification {}

  /**
   * A record that no target can ever get: nothing is gained where its server tries it again.
   *
   * @param bucketName as far as it can be read, shortened where it is too long; empty where there
   *     is none; the same goes for the key and the event's name
   * @param reason a sentence for people
   */
  record Undeliverable(String bucketName, String key, String eventName, String reason)
      implements BucketNotification {
    public Undeliverable {
      bucketName = Excerpt.of(bucketName);
      key = Excerpt.of(key);
      eventName = Excerpt.of(eventName);
    }
  }
}
