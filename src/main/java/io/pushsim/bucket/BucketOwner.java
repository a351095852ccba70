package io.pushsim.bucket;

import io.pushsim.time.Draws;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An account as S3 names it where it owns buckets: not by its number but by other ids, here always
 * the same ones for an account.
 *
 * @param account 12 digits
 */
public record BucketOwner(String account) {
  private static final Draws IDS = new Draws(0);

  /** The owner as event records name it. */
  public String principalId() {
    String digits = Long.toUnsignedString(IDS.bits(account, 0, "principal"), 36);
    return "A" + "0".repeat(13 - digits.length()) + digits.toUpperCase(Locale.ROOT);
  }

  /** The owner's canonical user id, 64 hexadecimal digits. */
  public String canonicalId() {
    return IntStream.range(0, 4)
        .mapToObj(part -> "%016x".formatted(IDS.bits(account, part, "canonical user")))
        .collect(Collectors.joining());
  }
}
