package io.pushsim.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IsoTimeTest {
  private static final DateTimeFormatter PLATFORMS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Test
  void writesDays() {
    assertThat(IsoTime.day(Instant.parse("2026-01-02T23:59:59.999Z"))).isEqualTo("2026/01/02");
  }

  @Property
  void writesTimesAsThePlatformDoes(
      @ForAll @LongRange(min = -400_000_000_000_000L, max = 400_000_000_000_000L) long millis) {
    Instant time = Instant.ofEpochMilli(millis);

    assertThat(IsoTime.milliseconds(time)).isEqualTo(PLATFORMS.format(time));
  }
}
