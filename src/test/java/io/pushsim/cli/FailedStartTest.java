package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulator that cannot start leaves its folder to others. */
class FailedStartTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"objects", "code"})
  void failsForTheSameReasonAgain_whenAFileIsInTheWay(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "text");

    Cli first = serve();
    Cli second = serve();

    assertThat(first.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(first.err()).contains(file.toString());
    assertThat(second).isEqualTo(first);
  }

  private Cli serve() {
    return ServeLine.of("--data " + folder).run();
  }
}
