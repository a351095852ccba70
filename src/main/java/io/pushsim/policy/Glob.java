package io.pushsim.policy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern with the wildcards {@code *} (any run of characters) and {@code ?} (any one character),
 * compiled once and matched without regular expressions or recursion.
 */
final class Glob {
  private final int[] tokens;
  private final boolean ignoreCase;
  private final @Nullable String literal;

  private Glob(int[] tokens, boolean ignoreCase) {
    this.literal = literalOf(tokens);
    this.ignoreCase = ignoreCase;
    this.tokens = ignoreCase ? Arrays.stream(tokens).map(Glob::fold).toArray() : tokens;
  }

  static Glob of(int[] tokens) {
    return new Glob(tokens, false);
  }

  static Glob ignoringCase(int[] tokens) {
    return new Glob(tokens, true);
  }

  boolean matches(String text) {
    if (literal == null) {
      return run(text, 0, text.length());
    }
    return literal.equals(text) || (ignoreCase && literal.equalsIgnoreCase(text));
  }

  /** Matches a part of the text, from an index to before another. */
  boolean matches(String text, int from, int to) {
    if (literal == null) {
      return run(text, from, to);
    }
    return literal.length() == to - from
        && text.regionMatches(ignoreCase, from, literal, 0, literal.length());
  }

  // Greedy: on a mismatch only the latest * takes one character more, so time is at most
  // pattern × text, whatever the pattern.
  private boolean run(String text, int from, int to) {
    int at = from;
    int token = 0;
    int star = -1;
    int starEnd = from;
    while (at < to) {
      int expected = token < tokens.length ? tokens[token] : PatternTokens.END;
      if (expected == PatternTokens.MANY) {
        star = token++;
        starEnd = at;
      } else if (expected == PatternTokens.ONE) {
        at += width(text, at, to);
        token++;
      } else if (expected == (ignoreCase ? fold(text.charAt(at)) : text.charAt(at))) {
        at++;
        token++;
      } else if (star >= 0) {
        starEnd += width(text, starEnd, to);
        at = starEnd;
        token = star + 1;
      } else {
        return false;
      }
    }
    while (token < tokens.length && tokens[token] == PatternTokens.MANY) {
      token++;
    }
    return token == tokens.length;
  }

  private static int width(String text, int at, int to) {
    boolean pair =
        at + 1 < to
            && Character.isHighSurrogate(text.charAt(at))
            && Character.isLowSurrogate(text.charAt(at + 1));
    return pair ? 2 : 1;
  }

  private static int fold(int character) {
    return character < 0 ? character : Character.toLowerCase(Character.toUpperCase(character));
  }

  private static @Nullable String literalOf(int[] tokens) {
    StringBuilder text = new StringBuilder(tokens.length);
    for (int token : tokens) {
      if (token < 0) {
        return null;
      }
      text.append((char) token);
    }
    return text.toString();
  }
}
