package io.pushsim.eventsource;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares as people write them: {@code 5%}, {@code 0.1%}. */
public final class Share {
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");

  private Share() {}

  /** The share of a text, from 0 to 1; empty where it is none. */
  public static Optional<Double> parse(String text) {
    Matcher match = PERCENT.matcher(text);
    return match.matches()
        ? Optional.of(Double.parseDouble(match.group(1)) / 100).filter(share -> share <= 1)
        : Optional.empty();
  }
}
