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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The commands of each finding really mend it: run one after the other with the AWS CLI against a
 * pushsim in which the broken set-up stands, each makes its finding go and no other error come.
 */
@Tag("one-jdk")
class MendingIT {
  private static final String ACCOUNT = "111111111111";
  private static final String REGION = "us-west-2";

  private static final int MANY = 20;

  /** Of these nobody but their author knows what was meant. */
  private static final Set<String> WITHOUT_COMMANDS = Set.of("configuration-refused");

  private static final List<String> FORMS =
      List.of(
          "cli-output", "terraform-plan.json", "cloudformation.yaml", "sam.yaml", "scenario.yaml");

  /** Two at a time: most of it is the AWS CLI's starting, one process after the other. */
  @Test
  void mendsEachFinding() {
    ExecutorService lanes = Executors.newFixedThreadPool(2);
    try {
      List<CompletableFuture<Void>> forms =
          FORMS.stream()
              .map(form -> CompletableFuture.runAsync(() -> mendsEachFinding(form), lanes))
              .toList();
      forms.forEach(CompletableFuture::join);
    } finally {
      lanes.shutdownNow();
    }
  }

  private static void mendsEachFinding(String name) {
    SetUp broken = AsDeployed.of(setUp(PlantedFaults.of(name)));
    List<Finding> findings = findings(broken);
    try (MendingBench bench = MendingBench.of(broken)) {
      // What AWS refuses does not stand there; what it would use is unused.
      List<Finding> standing = findings(bench.readBack());
      Set<String> fromTheBench = fingerprints(standing);
      fromTheBench.removeAll(fingerprints(findings));
      Set<String> left = new TreeSet<>();
      for (Finding finding : findings) {
        if (finding.commands().isEmpty()) {
          left.add(finding.kind().id());
          continue;
        }
        if (finding.commands().size() > MANY && !name.equals("cli-output")) {
          fromTheBench.add(finding.fingerprint()); // Fifty commands that one form has run.
          continue;
        }
        Set<String> before = errors(standing);
        bench.run(finding.commands());
        standing = findings(bench.readBack());

        assertThat(fingerprints(standing))
            .as("after %s", finding.commands())
            .doesNotContain(finding.fingerprint());
        assertThat(before).as("after %s", finding.commands()).containsAll(errors(standing));
      }

      assertThat(fromTheBench).containsAll(fingerprints(standing));
      assertThat(WITHOUT_COMMANDS).containsAll(left);
    }
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

  private static Set<String> fingerprints(List<Finding> findings) {
    return findings.stream()
        .map(Finding::fingerprint)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> errors(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.kind().severity() == Severity.ERROR)
        .map(Finding::fingerprint)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
