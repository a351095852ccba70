package io.pushsim.api.access;

import io.pushsim.time.HttpDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When a request was signed.
 *
 * @param text as sent, which is what was signed
 */
record Timestamp(String text, Instant instant) {
  private static final int ISO_LENGTH = "20261126T013433Z".length();
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Of a time such as {@code 20261126T013433Z}, which is ISO 8601's basic format; else empty. */
  static Optional<Timestamp> ofIso(String text) {
    if (text.length() != ISO_LENGTH || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
      return Optional.empty();
    }
    int date = digits(text, 0, 8);
    int time = digits(text, 9, 15);
    if (date < 0 || time < 0) {
      return Optional.empty();
    }
    try {
      Instant instant =
          LocalDateTime.of(
                  date / 10_000,
                  date / 100 % 100,
                  date % 100,
                  time / 10_000,
                  time / 100 % 100,
                  time % 100)
              .toInstant(ZoneOffset.UTC);
      return Optional.of(new Timestamp(text, instant));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Of a time as HTTP's {@code Date} header has it, or in ISO 8601's basic format; else empty. */
  static Optional<Timestamp> ofDateHeader(String text) {
    return ofIso(text).or(() -> HttpDate.parse(text).map(instant -> new Timestamp(text, instant)));
  }

  /** Such as {@code 20261126T013433Z}. */
  static String iso(Instant instant) {
    return ISO.format(instant);
  }

  /** The day, in UTC, such as {@code 20261126}. */
  String date() {
    return text.length() == ISO_LENGTH && text.charAt(8) == 'T'
        ? text.substring(0, 8)
        : iso(instant).substring(0, 8);
  }

  /** The number that the digits make, or -1 where there is anything but digits. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Ascii.isDigit(c)) {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
