package io.pushsim.api.access;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Percent-encoding as signatures have it: all but letters, digits and {@code -._~} is encoded, in
 * upper-case hexadecimal digits. Works on bytes, so that no input is lost or refused.
 */
final class PercentEncoding {
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final boolean[] UNRESERVED = unreserved();

  private PercentEncoding() {}

  /** A whole path, in which slashes stay. */
  static String ofPath(byte[] path) {
    return encode(path, true);
  }

  /** A name or a value of a query, in which slashes are encoded. */
  static String ofPart(byte[] part) {
    return encode(part, false);
  }

  /**
   * The bytes that are meant, in UTF-8 where characters stand for themselves. A percent sign that
   * no two hexadecimal digits follow stands for itself.
   *
   * @param form whether a plus sign means a space, as in a query
   */
  static byte[] decode(String text, boolean form) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      int escaped = b == '%' ? escaped(bytes, i) : -1;
      if (escaped >= 0) {
        b = (byte) escaped;
        i += 2;
      } else if (form && b == '+') {
        b = ' ';
      }
      bytes[length++] = b;
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  private static int escaped(byte[] bytes, int percent) {
    if (percent + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[percent + 1], 16);
    int low = Character.digit(bytes[percent + 2], 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  private static String encode(byte[] bytes, boolean path) {
    byte[] encoded = new byte[bytes.length * 3];
    int length = 0;
    for (byte b : bytes) {
      if ((b >= 0 && UNRESERVED[b]) || (path && b == '/')) {
        encoded[length++] = b;
      } else {
        encoded[length++] = '%';
        encoded[length++] = HEX[(b >> 4) & 0xf];
        encoded[length++] = HEX[b & 0xf];
      }
    }
    return new String(encoded, 0, length, StandardCharsets.US_ASCII);
  }

  private static boolean[] unreserved() {
    boolean[] unreserved = new boolean[128];
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        .chars()
        .forEach(c -> unreserved[c] = true);
    return unreserved;
  }
}
