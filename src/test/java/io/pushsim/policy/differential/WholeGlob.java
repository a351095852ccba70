package io.pushsim.policy.differential;

import java.util.regex.Pattern;

/** Patterns of which each wildcard takes in any character, colons too. */
final class WholeGlob {
  private WholeGlob() {}

  static boolean matches(String pattern, String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char character = pattern.charAt(i);
      switch (character) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(character)));
      }
    }
    return text.matches(regex.toString());
  }
}
