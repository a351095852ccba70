package io.pushsim.eventsource;

import java.util.regex.Pattern;

/**
 * The beginning of a text, short enough for an error message and without control characters and
 * half surrogate pairs.
 */
final class Excerpt {
  private static final int LONGEST = 80;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private Excerpt() {}

  static String of(String text) {
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return UNPRINTABLE.matcher(beginning).replaceAll("�");
  }
}
