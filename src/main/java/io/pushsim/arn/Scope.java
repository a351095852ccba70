package io.pushsim.arn;

import java.util.regex.Pattern;

/**
 * The account and region in which a request is made.
 *
 * @param account 12 digits
 * @param region a region's code, such as {@code us-west-2}
 */
public record Scope(String account, String region) {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern REGION =
      Pattern.compile("(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d");

  public Scope {
    if (!isAccount(account)) {
      throw new IllegalArgumentException(
          "'" + account + "' is no account id: write its 12 digits, in quotes");
    }
    if (!isRegion(region)) {
      throw new IllegalArgumentException(
          "'" + region + "' is no AWS region: write one like us-west-2");
    }
  }

  public static boolean isAccount(String text) {
    return ACCOUNT.matcher(text).matches();
  }

  public static boolean isRegion(String text) {
    return REGION.matcher(text).matches();
  }

  public Partition partition() {
    return Partition.ofRegion(region);
  }
}
