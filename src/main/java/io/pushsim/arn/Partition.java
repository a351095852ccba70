package io.pushsim.arn;

/** A partition: a group of AWS regions with its own ARN prefix. */
public enum Partition {
  AWS("aws"),
  AWS_CN("aws-cn"),
  AWS_US_GOV("aws-us-gov");

  private final String id;

  Partition(String id) {
    this.id = id;
  }

  /**
   * The partition a region belongs to, told by the region's prefix as in AWS's own endpoint rules.
   */
  public static Partition ofRegion(String region) {
    if (region.startsWith("cn-")) {
      return AWS_CN;
    }
    return region.startsWith("us-gov-") ? AWS_US_GOV : AWS;
  }

  /** The ARN's second part, such as {@code aws-cn}. */
  public String id() {
    return id;
  }
}
