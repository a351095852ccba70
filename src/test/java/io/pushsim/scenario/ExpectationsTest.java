package io.pushsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.scenario.report.ReplayAudience;
import io.pushsim.scenario.report.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds expectations against what came of a step, with all that a failure says. */
class ExpectationsTest {
  private static final Path TABLE = Path.of("src/test/resources/scenario/expectations.yaml");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> failsWhereItDiffers_whenRowOfTableIsReplayed() {
    JsonNode rows = DocumentReader.read("table", TABLE).root();
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.path("description").asText(),
                    () ->
                        assertThat(failures(row.path("step").asText()))
                            .containsExactlyElementsOf(
                                StreamSupport.stream(row.path("failures").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList())));
  }

  private List<String> failures(String step) throws IOException {
    return failures(folder, step);
  }

  private static List<String> failures(Path folder, String step) throws IOException {
    String text = "buckets: { b: {} }\nsteps:\n" + step.indent(4).replaceFirst(" {4}", "  - ");
    Path file = Files.writeString(folder.resolve("story.yaml"), text);
    Story story = new ScenarioReader(TestVocabulary.vocabulary()).read("story.yaml", file);
    StepReport report =
        new Replayer(FakeWorld::new).replay(story, ReplayAudience.NONE).steps().get(0);
    return report.failures().stream()
        .map(
            failure ->
                "%d:%d %s: %s ≠ %s"
                    .formatted(
                        failure.line(),
                        failure.column(),
                        failure.path(),
                        failure.expected(),
                        failure.actual()))
        .toList();
  }

  @Property(tries = 60)
  void holdsTheSplit_whenItIsWithinTheTolerance(
      @ForAll @IntRange(min = 1, max = 40) int times,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0, max = 1) double tolerance)
      throws IOException {
    Path own = Files.createTempDirectory("split");
    int tenth = times / 10;
    double actual = (double) tenth / times;
    String step =
        "PutObject: { Bucket: b, Key: k }\nrepeat: %d\nexpect: { split: { \"2\": %s, tolerance: %s } }\n"
            .formatted(times, decimal(share), decimal(tolerance));

    boolean held = failures(own, step).isEmpty();

    assertThat(held)
        .isEqualTo(
            Math.abs(Double.parseDouble(decimal(share)) - actual)
                <= Double.parseDouble(decimal(tolerance)) + 1e-9);
    Files.delete(own.resolve("story.yaml"));
    Files.delete(own);
  }

  private static String decimal(double value) {
    return String.format(java.util.Locale.ROOT, "%.3f", value);
  }
}
