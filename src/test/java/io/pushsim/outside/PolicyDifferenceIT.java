package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.policy.Decision;
import io.pushsim.policy.differential.AccessCase;
import io.pushsim.policy.differential.Differences;
import io.pushsim.policy.differential.OtherEvaluator;
import io.pushsim.testing.Launched;
import io.pushsim.testing.NodeProject;
import io.pushsim.testing.PythonProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two evaluators of others decide the same generated cases as pushsim does, but for what {@code
 * src/docs/conformance-iam.md} lists and judges, with its numbers.
 */
@Tag("one-jdk")
@Timeout(300)
class PolicyDifferenceIT {
  private static final long SEED = 6;
  private static final int CASES = 30_000;
  private static final int FEWEST = 20_000;
  private static final Path DOCUMENTATION = Path.of("src/docs/conformance-iam.md");

  @TempDir private Path folder;

  @Test
  void generatedCasesAreAllowedAndDeniedInEitherWay() {
    Map<Decision.Kind, Long> kinds =
        AccessCase.generated(SEED, CASES)
            .map(AccessCase::decide)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(kinds).hasSize(3);
    assertThat(kinds.values()).allMatch(count -> count > CASES / 6, "a sixth of all and more");
  }

  @Test
  void theSimulatorFromNpmDecidesAlike() throws IOException {
    NodeProject project = NodeProject.installed("iam/node/");
    project.script("simulation.mjs");

    assertDecidesAlike(
        OtherEvaluator.IAM_SIMULATE, "node", project.script("decide.mjs").toString());
  }

  @Test
  void theEvaluatorFromPypiDecidesAlike() throws IOException {
    PythonProject project = PythonProject.installed("iam/python/");

    assertDecidesAlike(
        OtherEvaluator.MINISTACK, project.program(), project.script("decide.py").toString());
  }

  private void assertDecidesAlike(OtherEvaluator other, String program, String script)
      throws IOException {
    List<AccessCase> cases = AccessCase.generated(SEED, CASES).filter(other.understands()).toList();
    Path file = folder.resolve("cases.jsonl");
    Files.write(file, cases.stream().map(AccessCase::toJson).toList());

    Launched launched =
        Launched.start(
                List.of(program, script, file.toString()), new TreeMap<>(System.getenv()), folder)
            .await();
    assertThat(launched.exitCode()).as(launched.err()).isZero();
    List<String> decisions = launched.out().lines().toList();
    assertThat(decisions).hasSameSizeAs(cases);

    Differences differences = Differences.of(other, cases, decisions);
    System.out.printf("%s%n%s%n", other.name(), String.join("\n", differences.rows()));
    assertThat(differences.asked()).isGreaterThanOrEqualTo(FEWEST);
    assertThat(differences.unexplained()).isEmpty();
    assertThat(differences.explained()).doesNotContainValue(0);
    assertThat(sectionOf(other)).containsSubsequence(differences.rows());
  }

  // What the documentation says of this evaluator.
  private static List<String> sectionOf(OtherEvaluator other) throws IOException {
    return Files.readAllLines(DOCUMENTATION).stream()
        .dropWhile(line -> !line.equals("## " + other.name()))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .toList();
  }
}
