package io.pushsim.bucket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The form in which S3 writes an object's key into an event record: a web form's encoding with
 * {@code /} left as it is (S3 user guide, event message structure; recorded: test_key_encoding).
 */
public final class KeyEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final BitSet KEPT = new BitSet(128);

  static {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.*/"
        .chars()
        .forEach(KEPT::set);
  }

  private KeyEncoding() {}

  /** The key as an event record has it: UTF-8, upper-case hexadecimal, {@code +} for a space. */
  public static String encode(String key) {
    if (key.chars().allMatch(KEPT::get)) {
      return key;
    }
    StringBuilder encoded = new StringBuilder(key.length() + 16);
    for (byte unit : key.getBytes(StandardCharsets.UTF_8)) {
      if (unit == ' ') {
        encoded.append('+');
      } else if (unit > 0 && KEPT.get(unit)) {
        encoded.append((char) unit);
      } else {
        encoded.append('%').append(HEX.toHexDigits(unit));
      }
    }
    return encoded.toString();
  }

  /**
   * The key that the text stands for, or empty where a {@code %} is not followed by two hexadecimal
   * digits or the bytes are not UTF-8.
   */
  public static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text.replace('+', ' '));
    }
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(source.length);
    for (int at = 0; at < source.length; at++) {
      if (source[at] != '%') {
        decoded.put(source[at] == '+' ? (byte) ' ' : source[at]);
      } else if (isEscape(source, at)) {
        decoded.put((byte) (hex(source[at + 1]) << 4 | hex(source[at + 2])));
        at += 2;
      } else {
        return Optional.empty();
      }
    }
    return utf8(decoded.flip());
  }

  /** The key that the text stands for; text that is not well encoded stands for itself. */
  static String decodeLeniently(String text) {
    return decode(text).orElse(text);
  }

  private static boolean isEscape(byte[] source, int at) {
    return at + 2 < source.length && hex(source[at + 1]) >= 0 && hex(source[at + 2]) >= 0;
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }

  private static Optional<String> utf8(ByteBuffer bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
