package io.pushsim.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S,0s",
    "PT59.9S,59s",
    "PT3M,3m",
    "PT3M5S,3m 5s",
    "PT1H,1h",
    "PT1H0M7S,1h",
    "PT1H2M7S,1h 2m",
    "PT6H,6h",
    "PT50H,2d 2h",
    "P2DT3M,2d"
  })
  void tellsTwoUnits_whenSpanIsLong(Duration span, String told) {
    assertThat(Figures.span(span)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"PT0.004S,4 ms", "PT0.0000005S,0 ms", "PT1.5S,1s", "PT3M,3m"})
  void tellsMilliseconds_whenOffsetIsShort(Duration span, String told) {
    assertThat(Figures.exact(span)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 ms",
    "0.004,0 ms",
    "0.005,0.01 ms",
    "3.25,3.25 ms",
    "999.994,999.99 ms",
    "1000,1 s",
    "12345.678,12.35 s",
    "900000,900 s"
  })
  void rounds_whenMillisecondsHaveManyDigits(double milliseconds, String told) {
    assertThat(Figures.milliseconds(milliseconds)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"0,0,0.00 %", "1,3,33.33 %", "2000,2000,100.00 %", "197,2000,9.85 %"})
  void tellsShare_whenCounted(long part, long whole, String told) {
    assertThat(Figures.percent(part, whole)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"1,1 step", "0,0 steps", "2000,'2,000 steps'"})
  void countsInWords_whenOneOrMany(long number, String told) {
    assertThat(Figures.count(number, "step", "steps")).isEqualTo(told);
  }
}
