package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges and shares as people write them. */
class FaultTextsTest {

  @ParameterizedTest
  @CsvSource({
    "5s, PT5S, PT5S",
    "0-30s, PT0S, PT30S",
    "500ms-2s, PT0.5S, PT2S",
    "1-2m, PT1M, PT2M",
    "PT1S-PT3S, PT1S, PT3S",
    "0s-0s, PT0S, PT0S"
  })
  void readsRanges(String text, Duration min, Duration max) {
    assertThat(DelayRange.parse(text)).contains(new DelayRange(min, max));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "-", "30-0s", "0-30", "-5s", "5s-", "a-b", "1-PT3S", "1s-2s-3s"})
  void refusesWhatIsNoRange(String text) {
    assertThat(DelayRange.parse(text)).isEmpty();
  }

  @Test
  void drawsBothEndsOfARange() {
    DelayRange range = new DelayRange(Duration.ofMillis(1), Duration.ofMillis(3));

    assertThat(range.at(0)).isEqualTo(Duration.ofMillis(1));
    assertThat(range.at(0.999999)).isEqualTo(Duration.ofMillis(3));
    assertThat(DelayRange.fixed(Duration.ofNanos(7)).at(0.9)).isEqualTo(Duration.ofNanos(7));
  }

  @ParameterizedTest
  @CsvSource({"0%, 0", "1%, 0.01", "0.1%, 0.001", "100%, 1", "12.5%, 0.125"})
  void readsShares(String text, double share) {
    assertThat(Share.parse(text)).contains(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "%", "101%", "-1%", "1.%", "0,5%", "5 %"})
  void refusesWhatIsNoShare(String text) {
    assertThat(Share.parse(text)).isEqualTo(Optional.empty());
  }
}
