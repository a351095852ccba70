package io.pushsim.bucket;

import java.time.Instant;

/** What has become true of a bucket. */
public sealed interface BucketChange {

  String bucketName();

  /** A bucket is there, and notifies nothing yet. */
  record BucketCreated(String bucketName, String ownerAccount, String region, Instant created)
      implements BucketChange {}

  /** A bucket is there, as a snapshot has it. */
  record BucketRestored(Bucket bucket) implements BucketChange {
    @Override
    public String bucketName() {
      return bucket.name();
    }
  }

  /** A bucket is gone, and its notification configuration with it. */
  record BucketDeleted(String bucketName) implements BucketChange {}

  /** A bucket has this notification configuration and nothing of its former one. */
  record NotificationConfigurationReplaced(
      String bucketName, NotificationConfiguration notificationConfiguration)
      implements BucketChange {}
}
