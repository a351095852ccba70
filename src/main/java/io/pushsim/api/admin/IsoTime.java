package io.pushsim.api.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as pushsim's own paths write them. */
final class IsoTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private IsoTime() {}

  /** In UTC, with exactly three digits after the second. */
  static String of(Instant time) {
    return FORM.format(time);
  }
}
