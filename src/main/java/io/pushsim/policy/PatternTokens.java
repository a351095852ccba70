package io.pushsim.policy;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A pattern's text taken apart into characters and wildcards, its policy variables replaced (IAM
 * user guide, "IAM policy elements: Variables and tags").
 */
final class PatternTokens {
  /** The token of {@code *}. */
  static final int MANY = -1;

  /** The token of {@code ?}. */
  static final int ONE = -2;

  /** No token at all: behind the last one. */
  static final int END = -3;

  private final String text;
  private final boolean wildcards;
  private final IntStream.Builder tokens = IntStream.builder();
  private int at;

  private PatternTokens(String text, boolean wildcards) {
    this.text = text;
    this.wildcards = wildcards;
  }

  /** The text without a look at variables. */
  static int[] of(String text, boolean wildcards) {
    PatternTokens reader = new PatternTokens(text, wildcards);
    reader.readPlain(text.length());
    return reader.tokens.build().toArray();
  }

  static boolean hasVariable(String text) {
    return text.contains("${");
  }

  /**
   * The text with its variables replaced; what is put in counts as characters, never as wildcards.
   *
   * @param from variables before this index stay as they are written
   * @return empty where the request has no single value for a variable that has no default
   */
  static Optional<int[]> resolve(String text, int from, boolean wildcards, AccessRequest request) {
    PatternTokens reader = new PatternTokens(text, wildcards);
    reader.readPlain(from);
    while (reader.at < text.length()) {
      int start = text.indexOf("${", reader.at);
      int end = start < 0 ? -1 : PolicyVariable.end(text, start);
      if (end < 0) {
        reader.readPlain(text.length());
        break;
      }
      reader.readPlain(start);
      Optional<String> value = PolicyVariable.value(text.substring(start + 2, end), request);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      value.get().chars().forEach(reader.tokens);
      reader.at = end + 1;
    }
    return Optional.of(reader.tokens.build().toArray());
  }

  private void readPlain(int to) {
    for (; at < to; at++) {
      char character = text.charAt(at);
      if (wildcards && character == '*') {
        tokens.add(MANY);
      } else if (wildcards && character == '?') {
        tokens.add(ONE);
      } else {
        tokens.add(character);
      }
    }
  }
}
