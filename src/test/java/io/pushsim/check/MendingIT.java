package io.pushsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.Inspector;
import io.pushsim.check.finding.Severity;
import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.outside.MendingBench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands of each finding really mend it: run one after the other with the AWS CLI against a
 * pushsim in which the broken set-up stands, each makes its finding go and no other error come.
 */
class MendingIT {
  private static final String ACCOUNT = "111111111111";
  private static final String REGION = "us-west-2";

  /** Of these nobody but their author knows what was meant. */
  private static final Set<String> WITHOUT_COMMANDS = Set.of("configuration-refused");

  @ParameterizedTest
  @ValueSource(strings = {"cli-output", "terraform-plan.json", "scenario.yaml"})
  void mendsEachFinding(String name) {
    SetUp broken = setUp(PlantedFaults.of(name));
    List<Finding> findings = findings(broken);
    List<String> without = new ArrayList<>();
    try (MendingBench bench = MendingBench.of(broken)) {
      for (Finding finding : findings) {
        if (finding.commands().isEmpty()) {
          without.add(finding.kind().id());
          continue;
        }
        Set<String> before = errors(bench.readBack());
        bench.run(finding.commands());
        List<Finding> after = findings(bench.readBack());

        assertThat(after.stream().map(Finding::fingerprint))
            .as("after %s", finding.commands())
            .doesNotContain(finding.fingerprint());
        assertThat(before).as("after %s", finding.commands()).containsAll(errors(after));
      }

      assertThat(findings(bench.readBack()).stream().map(Finding::fingerprint)).isEmpty();
    }
    assertThat(WITHOUT_COMMANDS).containsAll(without);
  }

  private static SetUp setUp(PlantedFaults planted) {
    Gathering gathering = CheckedFiles.gather(deployment(), planted.broken());
    assertThat(gathering.problems()).isEmpty();
    return gathering.setUps().values().iterator().next();
  }

  private static Deployment deployment() {
    return new Deployment(Optional.of(ACCOUNT), Optional.of(REGION), Map.of());
  }

  private static List<Finding> findings(SetUp setUp) {
    Inventory inventory = new Inventory(setUp, Text.of(ACCOUNT), Text.of(REGION));
    return Inspector.inspect(inventory, Matrix.of(inventory));
  }

  private static Set<String> errors(SetUp setUp) {
    return errors(findings(setUp));
  }

  private static Set<String> errors(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.kind().severity() == Severity.ERROR)
        .map(Finding::fingerprint)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
