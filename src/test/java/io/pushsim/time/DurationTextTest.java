package io.pushsim.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "30s, PT30S",
    "15m, PT15M",
    "2h, PT2H",
    "7d, PT168H",
    "0s, PT0S",
    "PT1M30S, PT90S",
    "pt1.5s, PT1.5S",
    "P1D, PT24H"
  })
  void readsLengthsOfTime(String text, Duration duration) {
    assertThat(DurationText.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "-1s", "PT-1S", "1.5s", "1w", "30 s", "9999999999s", "１s"})
  void refusesAllElse(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }
}
