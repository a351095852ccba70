package io.pushsim.check.terraform;

/** Finds the ends of names and of indexes in Terraform's addresses and references. */
final class Addresses {
  private Addresses() {}

  /** Where the name that begins at the offset ends: at a dot, a bracket, or the text's end. */
  static int endOfName(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '.' && text.charAt(i) != '[') {
      i++;
    }
    return i;
  }

  /**
   * Behind the index that begins at the offset with a bracket, such as {@code ["a"]}: quotes in a
   * key are escaped by a backslash.
   */
  static int endOfIndex(String text, int from) {
    boolean quoted = false;
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return i + 1;
      }
    }
    return text.length();
  }
}
