package io.pushsim.api.access;

/** What characters are in ASCII alone; Java's own classes count other scripts in. */
final class Ascii {
  private Ascii() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean isLetterOrDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Anything that can be seen, so no blank. */
  static boolean isVisible(int c) {
    return c > ' ' && c < 0x7f;
  }

  static boolean areDigits(String text) {
    return text.chars().allMatch(Ascii::isDigit);
  }
}
