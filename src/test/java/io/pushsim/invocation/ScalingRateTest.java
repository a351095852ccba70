package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.testing.Simulation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How fast functions may grow (contract 9.4). */
class ScalingRateTest {
  private static final FunctionArn ONE =
      FunctionArn.of(Simulation.CALLER, "one", Qualifier.UNQUALIFIED);
  private static final FunctionArn OTHER =
      FunctionArn.of(Simulation.CALLER, "other", Qualifier.UNQUALIFIED);
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final ScalingRate rate = new ScalingRate();

  private int growth(FunctionArn function, Instant now) {
    int grown = 0;
    while (rate.grow(function, now)) {
      grown++;
    }
    return grown;
  }

  @Test
  void letsAFunctionGrowByAThousandAtOnce() {
    assertThat(growth(ONE, START)).isEqualTo(1000);
  }

  @Test
  void letsItGrowByAHundredMoreASecond() {
    growth(ONE, START);

    assertThat(growth(ONE, START.plusMillis(9))).isZero();
    assertThat(growth(ONE, START.plusMillis(10))).isOne();
    assertThat(growth(ONE, START.plusSeconds(1))).isEqualTo(99);
    assertThat(growth(ONE, START.plusSeconds(3))).isEqualTo(200);
  }

  @Test
  void savesNoMoreThanAThousand() {
    growth(ONE, START);

    assertThat(growth(ONE, START.plus(Duration.ofHours(1)))).isEqualTo(1000);
  }

  @Test
  void letsEachFunctionGrowByItself() {
    growth(ONE, START);

    assertThat(growth(OTHER, START)).isEqualTo(1000);
    assertThat(growth(OTHER, START.plusSeconds(1))).isEqualTo(100);
    assertThat(growth(ONE, START.plusSeconds(1))).isEqualTo(100);
  }
}
