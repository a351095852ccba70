package io.pushsim.check.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A run of characters of a file's name that names could have, in words. */
final class Token {
  /** Words that say which command answered, not about what. */
  private static final Set<String> COMMON =
      Set.of(
          "aws",
          "s3",
          "s3api",
          "lambda",
          "get",
          "list",
          "bucket",
          "buckets",
          "notification",
          "notifications",
          "configuration",
          "configurations",
          "config",
          "location",
          "policy",
          "policies",
          "permission",
          "permissions",
          "function",
          "functions",
          "alias",
          "aliases",
          "version",
          "versions",
          "qualifier",
          "by",
          "for",
          "of",
          "json",
          "yaml",
          "yml",
          "txt",
          "output",
          "out",
          "result",
          "answer",
          "saved",
          "dump");

  private final String text;
  // Where each word begins, and one behind the last; between words there is one joint.
  private final List<Integer> starts = new ArrayList<>();
  private final int leading;
  private final int trailing;

  /**
   * A name at the beginning of a token.
   *
   * @param rest what stands behind it but for common words
   */
  record Begun(String name, Optional<String> rest) {}

  private Token(String text, String joints) {
    this.text = text;
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (joints.indexOf(text.charAt(i)) >= 0) {
        starts.add(i + 1);
      }
    }
    starts.add(text.length() + 1);
    int first = 0;
    while (first < words() && isCommon(first)) {
      first++;
    }
    int last = words();
    while (last > first && isCommon(last - 1)) {
      last--;
    }
    this.leading = first;
    this.trailing = last;
  }

  /**
   * The tokens of a file's name.
   *
   * @param joints the characters of names at which words begin and end
   */
  static List<Token> of(String name, String joints) {
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean within =
          i < name.length()
              && (Character.isLetterOrDigit(name.charAt(i)) || joints.indexOf(name.charAt(i)) >= 0);
      if (!within) {
        if (i > start) {
          tokens.add(new Token(name.substring(start, i), joints));
        }
        start = i + 1;
      }
    }
    return tokens;
  }

  private int words() {
    return starts.size() - 1;
  }

  private boolean isCommon(int word) {
    String lower = span(word, word + 1).toLowerCase(Locale.ROOT);
    return lower.isEmpty() || COMMON.contains(lower);
  }

  private String span(int from, int to) {
    return text.substring(starts.get(from), Math.max(starts.get(from), starts.get(to) - 1));
  }

  /** The longest of the names that all of the token is, but for common words around it. */
  Optional<String> whole(Set<String> names) {
    Optional<String> longest = Optional.empty();
    for (int from = 0; from <= leading && from < words(); from++) {
      for (int to = words(); to >= trailing && to > from; to--) {
        String candidate = span(from, to);
        boolean longer = longest.filter(known -> known.length() >= candidate.length()).isEmpty();
        if (longer && names.contains(candidate)) {
          longest = Optional.of(candidate);
        }
      }
    }
    return longest;
  }

  /** The longest of the names with which the token begins, but for common words before it. */
  Optional<Begun> begun(Set<String> names) {
    Optional<Begun> longest = Optional.empty();
    for (int from = 0; from <= leading && from < words(); from++) {
      for (int to = words(); to > from; to--) {
        String candidate = span(from, to);
        boolean longer =
            longest.filter(known -> known.name().length() >= candidate.length()).isEmpty();
        if (longer && names.contains(candidate)) {
          longest = Optional.of(new Begun(candidate, uncommon(to)));
        }
      }
    }
    return longest;
  }

  /** The token but for common words around it, where anything is left. */
  Optional<String> uncommon() {
    return uncommon(leading);
  }

  private Optional<String> uncommon(int from) {
    int first = from;
    while (first < words() && isCommon(first)) {
      first++;
    }
    return first < trailing ? Optional.of(span(first, trailing)) : Optional.empty();
  }
}
