package io.pushsim.bucket;

import io.pushsim.arn.Arn;
import io.pushsim.arn.Partition;
import io.pushsim.arn.Scope;
import io.pushsim.error.S3Errors;
import java.time.Instant;

/**
 * A bucket: who owns it, where it is, and what it notifies.
 *
 * @param ownerAccount 12 digits
 * @param created to the second
 */
public record Bucket(
    String name,
    String ownerAccount,
    String region,
    Instant created,
    NotificationConfiguration notificationConfiguration) {
  public Bucket {
    Scope owner = new Scope(ownerAccount, region);
    ownerAccount = owner.account();
    region = owner.region();
  }

  /** Whether a bucket can have this name (S3 user guide, bucket naming rules). */
  public static boolean isName(String text) {
    return BucketName.isValid(text);
  }

  /** The bucket's ARN, built from what pushsim knows and never from a notification. */
  public Arn arn() {
    return Arn.ofBucket(Partition.ofRegion(region), name);
  }

  /**
   * That it belongs to an account.
   *
   * @throws io.pushsim.error.SimulatorException AccessDenied where it is another's
   */
  public void requireOwner(String account) {
    if (!ownerAccount.equals(account)) {
      throw S3Errors.accessDenied();
    }
  }

  /** The owner as event records name it. */
  public String ownerPrincipalId() {
    return new BucketOwner(ownerAccount).principalId();
  }

  Bucket withNotificationConfiguration(NotificationConfiguration configuration) {
    return new Bucket(name, ownerAccount, region, created, configuration);
  }
}
