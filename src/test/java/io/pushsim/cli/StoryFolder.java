package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A folder of scenario files. */
record StoryFolder(Path path) {

  List<Path> stories() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** A test of each story: it comes out as it expects. */
  Stream<DynamicTest> tests() throws IOException {
    return stories().stream()
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
