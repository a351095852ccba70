package io.pushsim.policy;

import java.util.Arrays;

/**
 * A pattern with the wildcards {@code *} (any run of characters) and {@code ?} (any one character),
 * compiled once and matched without regular expressions or recursion.
 */
final class Glob implements Operand {
  private final int[] tokens;
  private final boolean ignoreCase;
  private final String prefix; // what stands before the first wildcard
  private final boolean literal; // there is no wildcard

  private Glob(int[] tokens, boolean ignoreCase) {
    this.prefix = prefixOf(tokens);
    this.literal = prefix.length() == tokens.length;
    this.ignoreCase = ignoreCase;
    this.tokens = ignoreCase ? Arrays.stream(tokens).map(Glob::fold).toArray() : tokens;
  }

  static Glob of(int[] tokens) {
    return new Glob(tokens, false);
  }

  static Glob ignoringCase(int[] tokens) {
    return new Glob(tokens, true);
  }

  @Override
  public boolean accepts(String actual, AccessRequest request, boolean variables) {
    return matches(actual);
  }

  boolean matches(String text) {
    if (literal) {
      return prefix.equals(text) || (ignoreCase && prefix.equalsIgnoreCase(text));
    }
    return matches(text, 0, text.length());
  }

  /** Matches a part of the text, from an index to before another. */
  boolean matches(String text, int from, int to) {
    int length = prefix.length();
    if (length > to - from || !hasPrefix(text, from, length)) {
      return false;
    }
    return literal ? length == to - from : run(text, from + length, to);
  }

  // Patterns of one policy mostly begin alike: their last character tells them apart soonest.
  private boolean hasPrefix(String text, int from, int length) {
    if (ignoreCase) {
      return text.regionMatches(true, from, prefix, 0, length);
    }
    return length == 0
        || (text.charAt(from + length - 1) == prefix.charAt(length - 1)
            && text.startsWith(prefix, from));
  }

  // Matches what follows the prefix. Greedy: on a mismatch only the latest * takes one character
  // more, so time is at most pattern × text, whatever the pattern.
  private boolean run(String text, int from, int to) {
    int at = from;
    int token = prefix.length();
    int star = -1;
    int starEnd = from;
    while (at < to) {
      int expected = token < tokens.length ? tokens[token] : PatternTokens.END;
      if (expected == PatternTokens.MANY) {
        star = token++;
        starEnd = at;
        if (token == tokens.length) {
          return true;
        }
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

  private static String prefixOf(int[] tokens) {
    StringBuilder text = new StringBuilder(tokens.length);
    for (int i = 0; i < tokens.length && tokens[i] >= 0; i++) {
      text.append((char) tokens[i]);
    }
    return text.toString();
  }
}
