package io.pushsim.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as HTTP's headers have them (RFC 9110, section 5.6.7). */
public final class HttpDate {
  /** The JDK's own format of RFC 1123 writes days of one digit with one. */
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** As in {@code Thu, 05 Nov 2026 01:02:03 GMT}. */
  public static String of(Instant instant) {
    return WRITTEN.format(instant);
  }

  /** The time of a text; empty where it is none. Days of one digit are taken, too. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
