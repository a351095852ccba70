package io.pushsim.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScaleTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1000, 1",
    "1.0, 1000, 1",
    "60, 60000, 60",
    "0.01, 10, 0.01",
    "00.010, 10, 0.01",
    "1.5, 1500, 1.5",
    "2.125, 2125, 2.125",
    "100000, 100000000, 100000"
  })
  void readsANumber(String text, int thousandths, String written) {
    TimeScale scale = TimeScale.parse(text).orElseThrow();

    assertThat(scale).isEqualTo(new TimeScale(thousandths)).hasToString(written);
    assertThat(scale.factor()).isEqualTo(new BigDecimal(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.009",
        "0.0101",
        "-1",
        "+1",
        "100000.001",
        "1000000",
        "1e3",
        "60x",
        "1,5",
        ".5",
        "1.",
        " 1",
        "NaN",
        "٦٠"
      })
  void isNone_whenItIsOutOfRangeOrNoPlainNumber(String text) {
    assertThat(TimeScale.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 9, 100_000_001})
  void refusesWhatIsOutOfRange(int thousandths) {
    assertThatThrownBy(() -> new TimeScale(thousandths))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("%d thousandths; it is a number from 0.01 to 100000", thousandths);
  }

  @Test
  void isReal_whenItIsOne() {
    assertThat(TimeScale.REAL.isReal()).isTrue();
    assertThat(new TimeScale(1001).isReal()).isFalse();
    assertThat(TimeScale.parse("1")).contains(TimeScale.REAL);
  }

  @ParameterizedTest
  @CsvSource({
    "60, PT1S, PT1M",
    "0.01, PT1S, PT0.01S",
    "100000, P36500D, P3650000000D",
    "1.5, PT0.000000001S, PT0.000000001S",
    "1.5, PT0.000000002S, PT0.000000003S"
  })
  void scalesWhatPasses(String scale, Duration machine, Duration simulated) {
    assertThat(TimeScale.parse(scale).orElseThrow().simulated(machine)).isEqualTo(simulated);
  }

  @Property
  void scalesBack(
      @ForAll @IntRange(min = 10, max = 100_000_000) int thousandths,
      @ForAll @LongRange(min = 0) long nanos) {
    TimeScale scale = new TimeScale(thousandths);
    Duration machine = Duration.ofNanos(nanos);

    Duration lost = machine.minus(scale.machine(scale.simulated(machine)));

    // Less than a simulated nanosecond, of which the slowest takes a hundred of the machine's.
    assertThat(lost).isBetween(Duration.ZERO, Duration.ofNanos(100));
  }
}
