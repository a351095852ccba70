package io.pushsim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pushsim.load.report.LoadReport;
import io.pushsim.load.report.SampleLoads;
import io.pushsim.load.threshold.Threshold;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds, held against one load: 200 pushes of 3 ms each, 20 of version 2, 2 with an error. */
class ThresholdsTest {
  private static LoadResult result;

  @BeforeAll
  static void load() {
    LoadReport report = SampleLoads.of();
    result = report.result();
  }

  @ParameterizedTest
  @CsvSource({
    "p99<4ms, true",
    "p50>=2900us, true",
    "p(99.9)<1ms, false",
    "p99.9 < 1s, true",
    "max<=0.002s, false",
    "mean<1m, true",
    "rate>1000, false",
    "errors<1%, false",
    "errors<=1%, true",
    "errors==2, true",
    "denied==0, true",
    "throttles=0, true",
    "coldstarts<1, false",
    "coldstarts<1%, true",
    "unfinished==0, true",
    "split(2)=10%±1%, true",
    "split(2)=10%+-0.1%, true",
    "split(2)=12%±1%, false",
    "split(3)<1%, true",
    "split(1)>=95%, false"
  })
  void holdsWhatWasMeasuredAgainstTheBound(String text, boolean passes) {
    Threshold.Verdict verdict = Threshold.parse(text).judge(result);

    assertThat(verdict.passed()).as(verdict.toString()).isEqualTo(passes);
  }

  @Test
  void tellsWhatWasMeasured() {
    assertThat(Threshold.parse("errors<1%").judge(result).measured()).isEqualTo("1.00 %");
    assertThat(Threshold.parse("errors<1").judge(result).measured()).isEqualTo("2");
    assertThat(Threshold.parse("split(2)=10%±1%").judge(result).measured()).isEqualTo("10.00 %");
  }

  @ParameterizedTest
  @CsvSource({
    "p99, is no threshold",
    "p99<, is no threshold",
    "p99~5ms, is no threshold",
    "p99<5, 'needs a time with its unit, such as 50ms'",
    "rate>5ms, needs a number of pushes a second",
    "errors<some, needs a number or a share",
    "split(1)<5, needs a share",
    "latency<5ms, names nothing that is measured"
  })
  void readsNothingElse(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Threshold.parse(text))
        .withMessageStartingWith("'" + text + "' " + message);
  }
}
