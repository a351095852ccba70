package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of deliveries that take more than one step to end. */
class ReplayCourseAcceptanceTest {
  @TempDir private Path folder;

  private static String told(String story) {
    Cli run = Cli.run("replay", story);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return run.out().replaceAll("\\s+", " ");
  }

  @Test
  void theTerminalTellsOfEachAttempt_andWhenTheNextFollows() {
    assertThat(told("scenarios/retry.yaml"))
        .contains("Error: version 1 cannot read report.csv at handler")
        .contains("attempt 2 follows at +1m")
        .contains(
            "attempt 1 of version 1 failed with Error: version 1 cannot read report.csv, again")
        .contains("attempt 2 ran version 2, cold start")
        .contains("11 steps, 1 delivery (1 allowed, 0 denied)");
  }

  @Test
  void theTerminalTellsOfThrottles() {
    assertThat(told("scenarios/throttled-burst.yaml"))
        .contains("0 function errors, 2 cold starts, 4 waiting")
        .contains("held back 3 times: the function's reserved concurrency was used up, until +7s")
        .contains("throttled: the function's reserved concurrency is 0")
        .contains("11 steps, 7 deliveries (7 allowed, 0 denied)");
  }

  @Test
  void theTerminalTellsWhereAnEndWasSent() {
    assertThat(told("scenarios/poison.yaml"))
        .contains("no more retries after 2 attempts → dead-letter queue poison")
        .contains("→ on-failure destination failures")
        .contains("● Invoke → orders:PROD allowed");
  }

  @Test
  void theTerminalTellsWhyADeliveryEndsWithoutARun() {
    assertThat(told("src/test/resources/stories/courses.yaml"))
        .contains("expired: another attempt would exceed the event's maximum age")
        .contains("not run: there is no such function, version or alias any more")
        .contains("→ on-success destination next");
  }

  @Test
  void theTerminalTellsOfTheLoop_inWhichAFunctionWritesToTheBucketThatRunsIt() {
    assertThat(told("src/test/resources/stories/function-loop.yaml"))
        .contains("stopped: the function invokes itself in a recursive loop")
        .contains("4 steps, 17 deliveries (17 allowed, 0 denied)");
  }

  @Test
  void theReportsTellOfIt() throws IOException {
    Cli run = Cli.run("replay", "scenarios/poison.yaml", "--report", folder.toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(Files.readString(folder.resolve("report.json")))
        .contains("\"state\": \"failed\"")
        .contains("\"kind\": \"deadLetterQueue\"")
        .contains("\"toldBefore\": true");
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("<p class=\"course after\">no more retries after 2 attempts</p>");
    assertThat(Files.readString(folder.resolve("junit.xml")))
        .contains("→ dead-letter queue poison");
  }
}
