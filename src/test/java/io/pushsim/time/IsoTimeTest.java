package io.pushsim.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Property
  void readsTimesAsThePlatformDoes(
      @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(max = 9) int digits) {
    Instant time = Instant.ofEpochSecond(seconds, nanos);
    String plain =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC).format(time);
    String fraction = digits == 0 ? "" : ".%09d".formatted(nanos).substring(0, digits + 1);

    for (String offset : List.of("Z", "z", "+00:00", "-07:30")) {
      String text = plain + fraction + offset;
      assertThat(IsoTime.instant(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-23",
        "2026-11-23T01:56:19",
        "2026-11-23T01:56:19.1234567890Z",
        "2026-13-23T01:56:19Z",
        "2026-02-30T01:56:19Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T01:56:60Z",
        "2026-11-23T01:56:1xZ",
        "2026/11/23T01:56:19Z",
        "٢٠٢٦-11-23T01:56:19Z",
        "yesterday"
      })
  void refusesWhatIsNoTime_asThePlatformDoes(String text) {
    assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> IsoTime.instant(text)).isInstanceOf(DateTimeException.class);
  }
}
