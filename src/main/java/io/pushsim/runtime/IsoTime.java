package io.pushsim.runtime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times and numbers in the forms of Lambda's logs, without the platform's slow-starting formatters.
 */
final class IsoTime {
  private IsoTime() {}

  /** As in {@code 2026-01-02T03:04:05.678Z}. */
  static String milliseconds(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(24);
    digits(text, time.getYear(), 4).append('-');
    digits(text, time.getMonthValue(), 2).append('-');
    digits(text, time.getDayOfMonth(), 2).append('T');
    digits(text, time.getHour(), 2).append(':');
    digits(text, time.getMinute(), 2).append(':');
    digits(text, time.getSecond(), 2).append('.');
    return digits(text, time.getNano() / 1_000_000, 3).append('Z').toString();
  }

  /** As in {@code 2026/01/02}. */
  static String day(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(10);
    digits(text, time.getYear(), 4).append('/');
    digits(text, time.getMonthValue(), 2).append('/');
    return digits(text, time.getDayOfMonth(), 2).toString();
  }

  /** A count of hundredths as a number with two decimals. */
  static String hundredths(long hundredths) {
    StringBuilder text = new StringBuilder().append(hundredths / 100).append('.');
    return digits(text, hundredths % 100, 2).toString();
  }

  private static StringBuilder digits(StringBuilder text, long value, int width) {
    String digits = Long.toString(value);
    return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }
}
