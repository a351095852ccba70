package io.pushsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault that was planted in a set-up of each form is found where it was planted, and nothing
 * else; in its mended twin nothing is.
 */
class PlantedFaultsTest {

  static Stream<PlantedFaults> inputs() {
    return Stream.of("cli-output", "terraform-plan.json", "scenario.yaml").map(PlantedFaults::of);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void findsEveryFaultWhereItWasPlanted(PlantedFaults planted) {
    CheckReport report = CheckedFiles.check(planted.broken());

    assertThat(report.problems()).isEmpty();
    assertThat(found(report)).isEqualTo(planted.faults());
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void findsNothingInTheMendedTwin(PlantedFaults planted) {
    CheckReport report = CheckedFiles.check(planted.mended());

    assertThat(report.problems()).isEmpty();
    assertThat(found(report)).isEmpty();
    assertThat(report.setUps().get(0).matrix().rules()).isNotEmpty();
  }

  private static Set<String> found(CheckReport report) {
    return report.setUps().stream()
        .flatMap(setUp -> setUp.findings().stream())
        .map(
            finding ->
                finding.kind().id()
                    + " "
                    + PlantedFaults.placed(finding.place().file(), finding.place().line()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
