package io.pushsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.finding.Finding;
import io.pushsim.check.mending.Lines;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that findings show for the input itself: what they say, and that they mend it. */
class MendingLinesTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources", "check");
  private static final Pattern ADD = Pattern.compile("add (to Resources of|a step to) \\S+");
  private static final Pattern DELETE = Pattern.compile("delete the resource (\\S+) \\(.*\\)");
  private static final Pattern WRITE = Pattern.compile("in the resource (\\S+) \\(.*\\) write");
  private static final Pattern GRANTED =
      Pattern.compile("      (Action|Principal|SourceArn|SourceAccount):.*");

  private static final Pattern STEP =
      Pattern.compile("(write|delete) the step at \\S+:(\\d+):\\d+( as)?");

  @TempDir private Path folder;

  private static CheckedSetUp checked(Path file) {
    CheckReport report = CheckedFiles.check(file);
    assertThat(report.problems()).isEmpty();
    return report.setUps().get(0);
  }

  private static List<Finding> findings(String name) {
    return checked(RESOURCES.resolve("broken").resolve(name)).findings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cloudformation.yaml", "sam.yaml", "terraform-plan.json", "scenario.yaml"})
  void sayWhatTheInputShouldSay(String name) throws IOException {
    StringBuilder told = new StringBuilder();
    for (Finding finding : findings(name)) {
      finding
          .lines()
          .ifPresent(
              lines ->
                  told.append("# ")
                      .append(finding.fingerprint())
                      .append("\n# ")
                      .append(lines.where())
                      .append('\n')
                      .append(lines.text())
                      .append("\n\n"));
    }

    new GoldenFile("check/lines/" + name + ".txt").assertHolds(told.toString());
  }

  @Test
  void thereAreNone_whereTheInputIsNobodysToEdit() {
    assertThat(findings("cli-output")).allMatch(finding -> finding.lines().isEmpty());
  }

  /**
   * @param least how many findings are mended by adding, deleting or rewriting whole resources
   */
  @ParameterizedTest
  @CsvSource({"cloudformation.yaml, 12", "sam.yaml, 12", "scenario.yaml, 8"})
  void mendTheFinding_whenTheyAreWrittenIntoTheInput(String name, int least) throws IOException {
    Files.createDirectory(folder.resolve("code")); // Which the scenario names.
    List<String> source = Files.readAllLines(RESOURCES.resolve("broken").resolve(name));
    int mended = 0;
    for (Finding finding : findings(name)) {
      List<String> edited = new ArrayList<>(source);
      if (finding.lines().isPresent() && edit(edited, finding.lines().get())) {
        Path file = Files.write(folder.resolve(name), edited);

        assertThat(checked(file).findings())
            .as("%s%n%s", finding.lines().get().where(), finding.lines().get().text())
            .extracting(Finding::fingerprint)
            .doesNotContain(finding.fingerprint());
        mended++;
      }
    }

    assertThat(mended).isGreaterThanOrEqualTo(least);
  }

  /** Does what the words say, unless they speak of more than whole resources and steps. */
  private static boolean edit(List<String> source, Lines lines) {
    boolean added = false;
    List<Integer> steps = new ArrayList<>();
    for (String part : lines.where().split("; ")) {
      Matcher delete = DELETE.matcher(part);
      Matcher write = WRITE.matcher(part);
      Matcher step = STEP.matcher(part);
      if (ADD.matcher(part).matches()) {
        added = true;
      } else if (step.matches()) {
        steps.add(Integer.parseInt(step.group(2)) - 1);
        added |= step.group(1).equals("write"); // In which order grants are made is all one.
      } else if (delete.matches()) {
        block(source, delete.group(1)).clear();
      } else if (write.matches()) {
        List<String> block = block(source, write.group(1));
        block.removeIf(line -> GRANTED.matcher(line).matches());
        block.addAll(lines.text().lines().toList());
        return true;
      } else {
        return false;
      }
    }
    steps.sort(Comparator.reverseOrder());
    steps.forEach(from -> below(source, from).clear());
    if (added) {
      source.addAll(lines.text().lines().toList());
    }
    return true;
  }

  private static List<String> block(List<String> source, String resource) {
    int from = source.indexOf("  " + resource + ":");
    if (from < 0) {
      for (from = 0; !source.get(from).startsWith("  " + resource + ":"); from++) {}
    }
    return below(source, from);
  }

  /** The line, and those that are indented further. */
  private static List<String> below(List<String> source, int from) {
    int to = from + 1;
    while (to < source.size() && source.get(to).startsWith("   ")) {
      to++;
    }
    return source.subList(from, to);
  }
}
