package io.pushsim.policy.differential;

import java.util.ArrayList;
import java.util.List;

/** Texts that are like another: patterns that match it, and texts that nearly equal it. */
final class Texts {
  private Texts() {}

  /** The text, a pattern for it, or a near miss. */
  static String kin(Chance chance, String text) {
    if (text.isEmpty() || chance.in(40)) {
      return text;
    }
    return chance.in(55) ? pattern(chance, text) : nearMiss(chance, text);
  }

  /** The text with one or two wildcards in it. */
  static String pattern(Chance chance, String text) {
    String pattern = wildcard(chance, text);
    return chance.in(25) ? wildcard(chance, pattern) : pattern;
  }

  private static String wildcard(Chance chance, String text) {
    int from = chance.below(text.length());
    return switch (chance.below(5)) {
      case 0 -> text.substring(0, from) + '?' + text.substring(from + 1);
      case 1 -> text.substring(0, from) + '*';
      case 2 -> wholeParts(chance, text);
      case 3 -> partsTogether(chance, text);
      default -> {
        int to = from + chance.below(text.length() - from + 1);
        yield text.substring(0, from) + '*' + text.substring(to);
      }
    };
  }

  // Some of what stands between colons becomes *.
  private static String wholeParts(Chance chance, String text) {
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (chance.in(25)) {
        parts[i] = "*";
      }
    }
    return String.join(":", parts);
  }

  // Two parts that stand beside each other become one *.
  private static String partsTogether(Chance chance, String text) {
    List<String> parts = new ArrayList<>(List.of(text.split(":", -1)));
    if (parts.size() > 1) {
      int at = chance.below(parts.size() - 1);
      parts.remove(at);
      parts.set(at, "*");
    }
    return String.join(":", parts);
  }

  /** The text with another letter, without its end or with a longer one. */
  static String nearMiss(Chance chance, String text) {
    int at = chance.below(text.length());
    char character = text.charAt(at);
    return switch (chance.below(4)) {
      case 0 -> text.substring(0, at) + otherCase(character) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + 'x' + text.substring(at + 1);
      case 2 -> text.substring(0, text.length() - 1);
      default -> text + "-x";
    };
  }

  /** The text with each letter in one of its cases. */
  static String anyCase(Chance chance, String text) {
    StringBuilder mixed = new StringBuilder(text.length());
    text.chars().forEach(c -> mixed.append(chance.in(50) ? (char) c : otherCase((char) c)));
    return mixed.toString();
  }

  private static char otherCase(char character) {
    return Character.isUpperCase(character)
        ? Character.toLowerCase(character)
        : Character.toUpperCase(character);
  }
}
