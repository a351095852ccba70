package io.pushsim.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as AWS and S3 servers write them, without the platform's slow formatters. */
public final class IsoTime {
  private static final String FORM = "0000-00-00T00:00:00.";

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

  private static StringBuilder digits(StringBuilder text, int value, int width) {
    int unit = 1;
    for (int i = 1; i < width || value / unit >= 10; i++) {
      unit *= 10;
    }
    for (; unit > 0; unit /= 10) {
      text.append((char) ('0' + value / unit % 10));
    }
    return text;
  }

  /**
   * The time that a text with an offset tells, as in {@code 2026-01-02T03:04:05.678Z} or {@code
   * 2026-01-02T04:04:05+01:00}.
   *
   * @throws java.time.DateTimeException where it tells none
   */
  public static Instant instant(String text) {
    int end = text.length() - 1;
    if (isOfUtc(text, end)) {
      int nanos = end == 19 ? 0 : number(text, 20, end);
      for (int digits = end - 20; digits > 0 && digits < 9; digits++) {
        nanos *= 10;
      }
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              nanos)
          .toInstant(ZoneOffset.UTC);
    }
    return OffsetDateTime.parse(text).toInstant();
  }

  /** Whether it is written as servers do: in UTC, down to the second or to a part of it. */
  private static boolean isOfUtc(String text, int end) {
    if (end != 19 && (end < 21 || end > 29)) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char expected = i < FORM.length() ? FORM.charAt(i) : '0';
      char actual = text.charAt(i);
      if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
        return false;
      }
    }
    return text.charAt(end) == 'Z';
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }
}
