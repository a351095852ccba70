package io.pushsim.policy;

import io.pushsim.time.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date as conditions write it: one of the W3C's forms of ISO 8601, from the year alone to
 * fractions of a second, or epoch seconds (IAM user guide, date condition operators). Four digits
 * are a year.
 */
final class DateText {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern EPOCH_SECONDS = Pattern.compile("-?\\d{1,15}");

  private DateText() {}

  /** The moment the text names (the start of a year, month or day), or empty. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(parseStrictly(text));
    } catch (DateTimeException e) {
      return Optional.empty(); // What is no date equals none and has no order.
    }
  }

  private static Instant parseStrictly(String text) {
    if (YEAR.matcher(text).matches()) {
      return startOf(text + "-01-01");
    }
    if (MONTH.matcher(text).matches()) {
      return startOf(text + "-01");
    }
    if (DAY.matcher(text).matches()) {
      return startOf(text);
    }
    if (EPOCH_SECONDS.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    return IsoTime.instant(text);
  }

  private static Instant startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
