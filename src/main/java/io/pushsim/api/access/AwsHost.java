package io.pushsim.api.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host name of an AWS endpoint (AWS General Reference, "AWS service endpoints"; for S3 the user
 * guide's "Virtual hosting of general purpose buckets").
 *
 * <p>Nobody but AWS says what such a name resolves to, so that a foreign web page cannot rebind it.
 *
 * @param service as its host names it, such as {@code lambda}
 * @param domain the endpoint itself, without a bucket before it
 * @param bucket the bucket that stands before S3's
 */
public record AwsHost(String service, String domain, Optional<String> bucket) {
  private static final String SUFFIX = ".amazonaws.com";
  private static final String REGION = "[a-z]{2}(?:-[a-z]+)+-\\d";
  private static final Pattern S3 =
      Pattern.compile(
          "(?:(.+)\\.)?(s3(?:-fips)?(?:\\.dualstack)?(?:[.-]" + REGION + ")?\\.amazonaws\\.com)");
  private static final Pattern OTHER =
      Pattern.compile("([a-z0-9-]+)(?:\\." + REGION + ")?\\.amazonaws\\.com");

  /** Reads a host name, without a port; empty where it is none of AWS's endpoints. */
  public static Optional<AwsHost> of(String host) {
    int end = host.length() - SUFFIX.length();
    if (!host.regionMatches(true, end, SUFFIX, 0, SUFFIX.length())) {
      return Optional.empty();
    }
    String name = host.toLowerCase(Locale.ROOT);
    Matcher s3 = S3.matcher(name);
    if (s3.matches()) {
      return Optional.of(new AwsHost("s3", s3.group(2), Optional.ofNullable(s3.group(1))));
    }
    Matcher other = OTHER.matcher(name);
    return other.matches()
        ? Optional.of(new AwsHost(other.group(1), name, Optional.empty()))
        : Optional.empty();
  }
}
