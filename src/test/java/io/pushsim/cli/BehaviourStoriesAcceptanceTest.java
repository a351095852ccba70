package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What happens over time and under load, told as stories that expect it: {@code
 * src/test/resources/stories}.
 */
class BehaviourStoriesAcceptanceTest {
  private static final Path STORIES = Path.of("src/test/resources/stories");

  @TestFactory
  Stream<DynamicTest> everyStoryPasses() throws IOException {
    List<Path> stories;
    try (Stream<Path> files = Files.list(STORIES)) {
      stories = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(stories).isNotEmpty();
    return stories.stream()
        .map(
            story ->
                DynamicTest.dynamicTest(
                    story.getFileName().toString(),
                    () -> {
                      Cli run = Cli.run("replay", story.toString());

                      assertThat(run.err()).isEmpty();
                      assertThat(run.exitCode()).as(run.out()).isZero();
                    }));
  }
}
