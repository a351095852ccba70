package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.Inspector;
import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.document.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finds every fault that was planted in a story, and none in its twin. */
class BrokenScenarioTest {
  private static final Path BROKEN = Path.of("src/test/resources/check/broken/scenario.yaml");
  private static final Path MENDED = Path.of("src/test/resources/check/mended/scenario.yaml");
  private static final Pattern FAULT = Pattern.compile("# fault: ([a-z-]+)$");
  private static final Documents.Limits LIMITS =
      new Documents.Limits(
          1 << 20, 64, 0, false, new Documents.Words("a scenario", "it has steps", "split it"));

  @Test
  void findsEveryPlantedFault_andNothingElse() throws IOException {
    List<String> lines = Files.readAllLines(BROKEN);
    List<String> planted =
        IntStream.range(0, lines.size())
            .mapToObj(i -> fault(i + 1, lines.get(i)))
            .filter(fault -> !fault.isEmpty())
            .toList();

    assertThat(findings(BROKEN))
        .extracting(finding -> finding.place().line() + " " + finding.kind().id())
        .containsExactlyInAnyOrderElementsOf(planted);
    assertThat(planted).hasSizeGreaterThan(23);
  }

  private static String fault(int number, String line) {
    Matcher found = FAULT.matcher(line);
    return found.find() ? number + " " + found.group(1) : "";
  }

  @Test
  void findsNothingInTheTwin() {
    assertThat(findings(MENDED)).isEmpty();
  }

  @Test
  void playsTheTwin() {
    assertThat(Cli.run("replay", MENDED.toString()).out()).contains("0 failed");
  }

  private static List<Finding> findings(Path file) {
    Gathering gathering = new Gathering(Deployment.UNKNOWN);
    new ScenarioInput()
        .read(
            new InputFile(file.toString(), file, Documents.read(file.toString(), file, LIMITS)),
            gathering);
    assertThat(gathering.problems()).isEmpty();
    Inventory inventory =
        new Inventory(
            gathering.setUp().build(),
            gathering.deployment().accountText(),
            gathering.deployment().regionText());
    assertThat(inventory.problems()).isEmpty();
    return Inspector.inspect(inventory, Matrix.of(inventory));
  }
}
