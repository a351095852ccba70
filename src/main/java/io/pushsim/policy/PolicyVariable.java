package io.pushsim.policy;

import java.util.List;
import java.util.Optional;

/**
 * A policy variable such as <code>${aws:SourceAccount}</code> or <code>${aws:userid, 'nobody'}
 * </code> (IAM user guide, "IAM policy elements: Variables and tags").
 */
final class PolicyVariable {
  private PolicyVariable() {}

  /** The index of the brace that closes the variable, or -1: a brace within quotes does not. */
  static int end(String text, int start) {
    boolean quoted = false;
    for (int i = start + 2; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\'') {
        quoted = !quoted;
      } else if (character == '}' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** The value of what stands between the braces, or empty where there is none. */
  static Optional<String> value(String inside, AccessRequest request) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      return Optional.of(inside);
    }
    int comma = inside.indexOf(',');
    String key = (comma < 0 ? inside : inside.substring(0, comma)).strip();
    List<String> values = request.values(key);
    if (values.size() == 1) {
      return Optional.of(values.get(0));
    }
    return comma < 0 ? Optional.empty() : unquoted(inside.substring(comma + 1).strip());
  }

  private static Optional<String> unquoted(String text) {
    if (text.length() < 2 || !text.startsWith("'") || !text.endsWith("'")) {
      return Optional.empty();
    }
    return Optional.of(text.substring(1, text.length() - 1).replace("''", "'"));
  }
}
