package io.pushsim.api.logs.pattern;

/** A pattern's text, read from its start to its end. */
final class PatternText {
  private static final char NONE = '\0';

  private final String text;
  private int position;

  PatternText(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  boolean isAtEnd() {
    return position == text.length();
  }

  /** The next character, which is NUL at the end. */
  char peek() {
    return isAtEnd() ? NONE : text.charAt(position);
  }

  char next() {
    char next = peek();
    position++;
    return next;
  }

  void skipSpace() {
    while (!isAtEnd() && Character.isWhitespace(peek())) {
      position++;
    }
  }

  /** Takes a word or a sign, after what space there is, if it stands here. */
  boolean take(String wanted) {
    skipSpace();
    boolean found = text.startsWith(wanted, position);
    if (found) {
      position += wanted.length();
    }
    return found;
  }

  /** As many characters as are of a kind. */
  String run(Kind kind) {
    int start = position;
    while (!isAtEnd() && kind.has(peek())) {
      position++;
    }
    return text.substring(start, position);
  }

  /**
   * A text in quotes, whose first stands here; a backslash lets the character behind it be as it
   * is.
   */
  String quoted(char quote) {
    position++;
    StringBuilder content = new StringBuilder();
    while (!isAtEnd()) {
      char c = next();
      if (c == quote) {
        return content.toString();
      }
      boolean isEscape = c == '\\' && (peek() == quote || peek() == '\\');
      content.append(isEscape ? next() : c);
    }
    throw PatternErrors.invalidCharacter(quote);
  }

  /** A kind of characters. */
  interface Kind {
    boolean has(char c);
  }
}
