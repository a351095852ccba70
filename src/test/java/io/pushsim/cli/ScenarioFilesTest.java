package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds the shipped stories to what they tell, so that documentation cannot rot. */
class ScenarioFilesTest {
  private static final Path SCENARIOS = Path.of("scenarios");
  private static final StoryFolder STORIES = new StoryFolder(SCENARIOS);

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyStoryPasses() throws IOException {
    return STORIES.tests();
  }

  @Test
  void thereAreFourteenStories() throws IOException {
    assertThat(STORIES.stories()).hasSize(14);
    assertThat(Cli.run("replay", "scenarios").out()).contains("14 stories").contains("0 failed");
  }

  @Test
  void reportsAreTheSameBytes_whenReplayedTwice() throws IOException {
    Cli first = Cli.run("replay", "scenarios", "--report", folder.resolve("1").toString());
    Cli second = Cli.run("replay", "scenarios", "--report", folder.resolve("2").toString());

    assertThat(second.out()).isEqualTo(first.out());
    for (String name : List.of("report.html", "report.json", "junit.xml")) {
      assertThat(folder.resolve("2").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("1").resolve(name));
    }
  }

  @Test
  void everyStoryCarriesTheEditorModeline() throws IOException {
    for (Path story : STORIES.stories()) {
      assertThat(Files.readString(story))
          .startsWith("# yaml-language-server: $schema=scenario.schema.json\n");
    }
  }

  @Test
  void theShippedSchemaIsTheOneThatTheCommandPrints() throws IOException {
    Path shipped = SCENARIOS.resolve("scenario.schema.json");
    String printed = Cli.run("schema").out();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(shipped, printed);
    }

    assertThat(shipped).hasContent(printed);
  }
}
