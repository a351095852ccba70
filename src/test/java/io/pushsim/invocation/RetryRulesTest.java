package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.function.EventInvokeConfig;
import io.pushsim.journal.Conclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an event is tried again (contract 9.3). */
class RetryRulesTest {
  private static final Instant PUSHED = Instant.parse("2026-01-02T03:04:05Z");

  private static RetryRules rules(Optional<Integer> retries, Optional<Integer> age) {
    return new RetryRules(
        Optional.of(
            new EventInvokeConfig(retries, age, Optional.empty(), Optional.empty(), PUSHED)));
  }

  private static RetryRules.Next again(Duration afterPushed) {
    return new RetryRules.Next.Again(PUSHED.plus(afterPushed));
  }

  private static RetryRules.Next over(Conclusion conclusion) {
    return new RetryRules.Next.Over(conclusion);
  }

  @Test
  void waitsOneMinuteThenTwo_andGivesUpAfterTheThirdRun() {
    RetryRules rules = new RetryRules(Optional.empty());

    assertThat(rules.afterError(1, PUSHED, PUSHED)).isEqualTo(again(Duration.ofMinutes(1)));
    assertThat(rules.afterError(2, PUSHED, PUSHED)).isEqualTo(again(Duration.ofMinutes(2)));
    assertThat(rules.afterError(3, PUSHED, PUSHED)).isEqualTo(over(Conclusion.RETRIES_EXHAUSTED));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void triesAgainAsOftenAsTheConfigurationSays(int retries) {
    RetryRules rules = rules(Optional.of(retries), Optional.empty());

    for (int run = 1; run <= retries; run++) {
      assertThat(rules.afterError(run, PUSHED, PUSHED)).isInstanceOf(RetryRules.Next.Again.class);
    }
    assertThat(rules.afterError(retries + 1, PUSHED, PUSHED))
        .isEqualTo(over(Conclusion.RETRIES_EXHAUSTED));
  }

  @Test
  void letsAnEventGoAtOnce_whenItWouldBecomeTooOldInWaiting() {
    RetryRules rules = rules(Optional.empty(), Optional.of(60));

    assertThat(rules.afterError(1, PUSHED, PUSHED.plusMillis(1)))
        .isEqualTo(over(Conclusion.EVENT_AGE_EXCEEDED));
    assertThat(rules.afterError(1, PUSHED, PUSHED)).isEqualTo(again(Duration.ofSeconds(60)));
  }

  @Test
  void saysThatTriesAreExhausted_whenAnEventIsTooOldAsWell() {
    assertThat(
            rules(Optional.of(0), Optional.of(60))
                .afterError(1, PUSHED, PUSHED.plus(Duration.ofDays(1))))
        .isEqualTo(over(Conclusion.RETRIES_EXHAUSTED));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 2",
    "2, 4",
    "3, 8",
    "7, 128",
    "8, 256",
    "9, 300",
    "10, 300",
    "31, 300",
    "64, 300",
    "100000, 300"
  })
  void backsOffFromOneSecondToFiveMinutes(int before, int seconds) {
    assertThat(new RetryRules(Optional.empty()).afterHoldingBack(before, PUSHED, PUSHED))
        .isEqualTo(again(Duration.ofSeconds(seconds)));
  }

  @Test
  void keepsAnEventForSixHours_whenNothingIsSaid() {
    RetryRules rules = new RetryRules(Optional.empty());
    Instant last = PUSHED.plus(Duration.ofHours(6));

    assertThat(rules.afterHoldingBack(0, PUSHED, last.minusSeconds(1)))
        .isEqualTo(again(Duration.ofHours(6)));
    assertThat(rules.afterHoldingBack(0, PUSHED, last))
        .isEqualTo(over(Conclusion.EVENT_AGE_EXCEEDED));
  }
}
