package io.pushsim.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times in UTC as AWS writes them, without the platform's slow-starting formatters. */
public final class IsoTime {
  private IsoTime() {}

  /** As in {@code 2026-01-02T03:04:05.678Z}: always three digits after the second. */
  public static String milliseconds(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(24);
    year(text, time.getYear()).append('-');
    digits(text, time.getMonthValue(), 2).append('-');
    digits(text, time.getDayOfMonth(), 2).append('T');
    digits(text, time.getHour(), 2).append(':');
    digits(text, time.getMinute(), 2).append(':');
    digits(text, time.getSecond(), 2).append('.');
    return digits(text, time.getNano() / 1_000_000, 3).append('Z').toString();
  }

  /** As in {@code 2026/01/02}. */
  public static String day(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(10);
    year(text, time.getYear()).append('/');
    digits(text, time.getMonthValue(), 2).append('/');
    return digits(text, time.getDayOfMonth(), 2).toString();
  }

  /** As ISO 8601 has it: what is not of four digits has its sign. */
  private static StringBuilder year(StringBuilder text, int year) {
    if (year < 0 || year > 9999) {
      text.append(year < 0 ? '-' : '+');
    }
    return digits(text, Math.abs(year), 4);
  }

  private static StringBuilder digits(StringBuilder text, long value, int width) {
    String digits = Long.toString(value);
    return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }
}
