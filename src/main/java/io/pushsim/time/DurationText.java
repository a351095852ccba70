package io.pushsim.time;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 500ms}, {@code 30s}, {@code PT1M30S}. */
public final class DurationText {
  /** The forms, for messages about a text that has none of them. */
  public static final String FORMS = "500ms, 30s, 15m, 2h, 7d or PT1M30S";

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private DurationText() {}

  /** The length of time that the text is, or empty where it is none or a negative one. */
  public static Optional<Duration> parse(String text) {
    Matcher match = SHORT.matcher(text);
    if (match.matches()) {
      return Optional.of(of(Long.parseLong(match.group(1)), match.group(2)));
    }
    try {
      return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration of(long count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
