package io.pushsim.cli;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the objects of a load hold: so many zero bytes.
 *
 * @param eTag as S3 gives it, the MD5 of the content
 */
record Payload(long size, String eTag) {
  /** The forms, for messages about a text that has none of them. */
  static final String FORMS = "0, 512, 4KiB or 1MiB, up to 64MiB";

  /** The largest size, in bytes. */
  static final int MOST = 64 << 20;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(|KiB|MiB)");

  /** The payload of this size; empty where the text is none, or too large. */
  static Optional<Payload> parse(String text) {
    Matcher match = SIZE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int shift =
        switch (match.group(2).toLowerCase(Locale.ROOT)) {
          case "kib" -> 10;
          case "mib" -> 20;
          default -> 0;
        };
    long size = Long.parseLong(match.group(1)) << shift;
    return size > MOST
        ? Optional.empty()
        : Optional.of(new Payload(size, md5(new byte[(int) size])));
  }

  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
