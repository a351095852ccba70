package io.pushsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.finding.FindingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code src/docs/check.md} tells of the kinds of findings is what they say themselves. */
class FindingsPageTest {

  @Test
  void listsEachKindWithItsSeverityAndMeaning() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("src", "docs", "check.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.replace("`*`", "*").replace("`?`", "?"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(FindingKind.values())
                .map(
                    kind ->
                        "| `%s` | %s | %s |"
                            .formatted(kind.id(), kind.severity(), kind.explanation()))
                .toList());
  }
}
