package io.pushsim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatePlanTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private static RatePlan plan(String text) {
    return RatePlan.parse(text, TEN_SECONDS).orElseThrow();
  }

  @Test
  void asksForTheSameRateAllTheTime_whenItIsConstant() {
    RatePlan plan = plan("50");

    assertThat(plan.pushes()).isEqualTo(500);
    assertThat(plan.pushesUntil(1)).isEqualTo(50);
    assertThat(plan.pushesUntil(9)).isEqualTo(450);
    assertThat(plan.pushesUntil(10.1)).isEqualTo(500);
    assertThat(plan.timeOf(25)).hasValue(500_000_000L);
    assertThat(plan.timeOf(500)).isEmpty();
  }

  @Test
  void growsEvenly_whenItIsARamp() {
    RatePlan plan = plan("0..100");

    assertThat(plan.pushes()).isEqualTo(500);
    assertThat(plan.pushesUntil(5)).isEqualTo(125);
    assertThat(plan.timeOf(125)).hasValue(5_000_000_000L);
  }

  @Test
  void shrinksEvenly_whenItIsARampDown() {
    RatePlan plan = plan("100..0");

    assertThat(plan.pushesUntil(5)).isEqualTo(375);
    assertThat(plan.timeOf(375).orElseThrow() / 1e9).isCloseTo(5, within(1e-6));
  }

  @Test
  void takesEachStepForAnEqualTime() {
    RatePlan plan = plan("10,20");

    assertThat(plan.pushesUntil(4)).isEqualTo(40);
    assertThat(plan.pushesUntil(6)).isEqualTo(70);
    assertThat(plan.pushes()).isEqualTo(150);
    assertThat(plan.timeOf(70)).hasValue(6_000_000_000L);
  }

  @Test
  void warmsUpToTheRateWithWhichItBegins() {
    RatePlan plan = plan("10..30").after(Duration.ofSeconds(2));

    assertThat(plan.pushesUntil(1)).isEqualTo(3.25);
    assertThat(plan.pushesUntil(2)).isEqualTo(11);
    assertThat(plan.pushesUntil(3)).isEqualTo(22);
    assertThat(plan.pushes()).isEqualTo(211);
  }

  @Test
  void isFulfilledByItsSharesTogether() {
    assertThat(plan("10..30").share(4).pushes() * 4).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "-5", "fast", "0..0", "5..", "..5", "1,,2", "1,0", "20000000", "1..2..3"})
  void takesNoRateThatCannotBe(String text) {
    assertThat(RatePlan.parse(text, TEN_SECONDS)).isEmpty();
  }
}
