package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of the faults that a scenario injects; {@code stories/faults.yaml}. */
class ReplayFaultsAcceptanceTest {
  private static final Path STORY = Path.of("src/test/resources/stories/faults.yaml");

  @TempDir private Path folder;

  private Cli replay(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "replay";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = STORY.toString();
    return Cli.run(arguments);
  }

  @Test
  void theTerminalNamesEachFault() {
    Cli run = replay();

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .containsPattern("duplicate of event [0-9a-f-]{36}")
        .contains("delayed by 30s, until 2026-01-01T00:00:35")
        .contains("dropped, never pushed")
        .contains("15 dropped")
        .contains("26 duplicated")
        .contains("10 reordered")
        .contains("held back for others to overtake it")
        .contains("statement 's3' is not in effect yet");
  }

  @Test
  void theReportsNameEachFault_andAreTheSameBytesEachTime() throws IOException {
    for (String name : new String[] {"one", "two"}) {
      assertThat(replay("--report", folder.resolve(name).toString()).exitCode()).isZero();
    }

    for (String file : new String[] {"report.html", "report.json", "junit.xml"}) {
      String report = Files.readString(folder.resolve("one").resolve(file));
      assertThat(report).isEqualTo(Files.readString(folder.resolve("two").resolve(file)));
      assertThat(report)
          .containsPattern("duplicate of event [0-9a-f-]{36}")
          .contains("delayed by 30s")
          .contains("dropped, never pushed");
    }
  }

  @Test
  void anotherSeedDrawsOtherFaults() {
    Cli run = replay("--seed", "8");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("expected 15 actual");
  }

  @Test
  void aFaultThatIsExpectedAndDoesNotComeFails() throws IOException {
    Path story = folder.resolve("story.yaml");
    Files.writeString(
        story,
        """
        buckets: { examplebucket: {} }
        steps:
          - PutObject: { Bucket: examplebucket, Key: a }
            expect: { dropped: 1 }
        """);

    Cli run = Cli.run("replay", story.toString());

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("dropped expected 1 actual 0");
  }

  /** What a check holds against a set-up is what counts in the end, however late. */
  @Test
  void checkTakesALateGrantForAGrant() {
    Cli run = Cli.run("check", STORY.toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }
}
