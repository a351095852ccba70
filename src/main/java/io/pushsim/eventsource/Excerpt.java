package io.pushsim.eventsource;

/**
 * The beginning of a text, short enough for an error message and without control characters and
 * half surrogate pairs.
 */
final class Excerpt {
  private static final int LONGEST = 80;

  private Excerpt() {}

  static String of(String text) {
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return beginning.replaceAll("[\\p{Cntrl}\\p{Cs}]", "�");
  }
}
