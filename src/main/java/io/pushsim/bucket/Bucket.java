package io.pushsim.bucket;

import io.pushsim.arn.Arn;
import io.pushsim.arn.Partition;
import io.pushsim.arn.Scope;
import io.pushsim.time.Draws;
import java.util.Locale;

/**
 * A bucket: who owns it, where it is, and what it notifies.
 *
 * @param ownerAccount 12 digits
 */
public record Bucket(
    String name,
    String ownerAccount,
    String region,
    NotificationConfiguration notificationConfiguration) {
  private static final Draws OWNERS = new Draws(0);

  public Bucket {
    Scope owner = new Scope(ownerAccount, region);
    ownerAccount = owner.account();
    region = owner.region();
  }

  /** The bucket's ARN, built from what pushsim knows and never from a notification. */
  public Arn arn() {
    return Arn.ofBucket(Partition.ofRegion(region), name);
  }

  /**
   * The owner as event records name it: not the account's number but another id, here always the
   * same one for an account.
   */
  public String ownerPrincipalId() {
    String digits = Long.toUnsignedString(OWNERS.bits(ownerAccount, 0, "principal"), 36);
    return "A" + "0".repeat(13 - digits.length()) + digits.toUpperCase(Locale.ROOT);
  }

  Bucket withNotificationConfiguration(NotificationConfiguration configuration) {
    return new Bucket(name, ownerAccount, region, configuration);
  }
}
