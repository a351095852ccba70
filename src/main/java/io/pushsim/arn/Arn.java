package io.pushsim.arn;

import java.util.Optional;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}. Region and
 * account are empty where the service has none; the resource keeps every further colon.
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {

  /** The ARN that the text is, or empty where it has not six parts. */
  public static Optional<Arn> parse(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn") || parts[1].isEmpty() || parts[2].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
  }

  /** A bucket's ARN, which names neither region nor account. */
  public static Arn ofBucket(Partition partition, String bucketName) {
    return new Arn(partition.id(), "s3", "", "", bucketName);
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
