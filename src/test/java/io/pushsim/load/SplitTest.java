package io.pushsim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pushsim.arn.FunctionArn;
import io.pushsim.load.Split.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final FunctionArn PROD =
      FunctionArn.parse("arn:aws:lambda:us-west-2:111111111111:function:hello:PROD").orElseThrow();

  private static Split split(double weight, long first, long second) {
    return Split.of(
        PROD,
        "",
        List.of(new Split.Version("1", 1 - weight, first), new Split.Version("2", weight, second)));
  }

  /** By hand: (910 - 900)²/900 + (90 - 100)²/100 = 1.111; p of R's pchisq. */
  @Test
  void agrees_whenDrawsByTheWeightsComeOutSo() {
    Split split = split(0.1, 910, 90);

    assertThat(split.chiSquare()).isCloseTo(1.111, within(0.001));
    assertThat(split.probability()).isCloseTo(0.292, within(0.001));
    assertThat(split.verdict()).isEqualTo(Verdict.AGREES);
  }

  /** Wilson's interval of 90 of 1,000, as R's binom.confint has it. */
  @Test
  void saysWhereTheTrueShareLies() {
    Split.Share second = split(0.1, 910, 90).shares().get(1);

    assertThat(second.share()).isEqualTo(0.09);
    assertThat(second.from()).isCloseTo(0.0738, within(0.0001));
    assertThat(second.to()).isCloseTo(0.1094, within(0.0001));
  }

  @Test
  void disagrees_whenDrawsByTheWeightsWouldHardlyComeOutSo() {
    assertThat(split(0.1, 800, 200).verdict()).isEqualTo(Verdict.DISAGREES);
  }

  @Test
  void disagrees_whenAVersionRanThatHasNoWeight() {
    Split split = split(0, 999, 1);

    assertThat(split.probability()).isZero();
    assertThat(split.verdict()).isEqualTo(Verdict.DISAGREES);
  }

  @Test
  void agrees_whenAllRunsAreTheOnlyVersions() {
    assertThat(Split.of(PROD, "", List.of(new Split.Version("1", 1, 12))).verdict())
        .isEqualTo(Verdict.AGREES);
  }

  @Test
  void cannotTell_whenThereAreFewRuns() {
    assertThat(split(0.1, 20, 0).verdict()).isEqualTo(Verdict.TOO_FEW);
    assertThat(split(0.1, 0, 0).verdict()).isEqualTo(Verdict.TOO_FEW);
  }
}
