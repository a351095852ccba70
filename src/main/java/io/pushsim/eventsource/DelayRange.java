package io.pushsim.eventsource;

import io.pushsim.time.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How late something comes.
 *
 * @param min at the least
 * @param max at the most, not less than {@code min}
 */
public record DelayRange(Duration min, Duration max) {
  /** Not at all. */
  public static final DelayRange NONE = fixed(Duration.ZERO);

  /** The forms, for messages about a text that has none of them. */
  public static final String FORMS = "5s or 0-30s";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern UNIT = Pattern.compile("\\d{1,9}(ms|s|m|h|d)");

  public DelayRange {
    if (min.isNegative() || max.compareTo(min) < 0) {
      throw new IllegalArgumentException("from %s to %s is no range".formatted(min, max));
    }
  }

  /** Always the same. */
  public static DelayRange fixed(Duration delay) {
    return new DelayRange(delay, delay);
  }

  /** The range of a text such as {@code 5s}, {@code 0-30s} or {@code 500ms-2s}, or empty. */
  public static Optional<DelayRange> parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return DurationText.parse(text).map(DelayRange::fixed);
    }
    String last = text.substring(dash + 1);
    Optional<Duration> min = DurationText.parse(withUnitOf(last, text.substring(0, dash)));
    Optional<Duration> max = DurationText.parse(last);
    return min.isPresent() && max.isPresent() && max.get().compareTo(min.get()) >= 0
        ? Optional.of(new DelayRange(min.get(), max.get()))
        : Optional.empty();
  }

  private static String withUnitOf(String last, String first) {
    Matcher unit = UNIT.matcher(last);
    return NUMBER.matcher(first).matches() && unit.matches() ? first + unit.group(1) : first;
  }

  /** Whether nothing comes late. */
  public boolean isNone() {
    return max.isZero();
  }

  /**
   * The delay that a draw stands for, in whole milliseconds where the range has a width.
   *
   * @param unit in [0, 1)
   */
  Duration at(double unit) {
    Duration width = max.minus(min);
    return min.plusMillis((long) (unit * (width.toMillis() + 1)));
  }
}
