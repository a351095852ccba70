package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.runtime.NpmHandlers.Handler;
import io.pushsim.testing.NodeProject;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Handlers that use npm packages log and answer here what they do under Node.js 20. */
@Tag("one-jdk")
@Timeout(300)
class NpmPackagesIT {
  private static NodeProject project;
  private static Map<String, String> ofNode;
  private static Replay replay;

  @BeforeAll
  static void open() throws IOException {
    OutsideTool.NODE_20.demand();
    project = NpmHandlers.installed();
    ofNode = NpmHandlers.outputsOfNode(project);
    replay = Replay.withProcessorTime(Duration.ofSeconds(60));
  }

  @AfterAll
  static void close() {
    if (replay != null) {
      replay.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> runAsUnderNode() {
    return NpmHandlers.all().stream()
        .map(handler -> DynamicTest.dynamicTest(handler.name(), () -> check(handler)));
  }

  private static void check(Handler handler) throws IOException {
    FunctionVersion function =
        Functions.function(
            "nodejs20.x", handler.name() + ".handler", NpmHandlers.code(handler, project));
    InvocationReport report = replay.invoke(function, NpmHandlers.event());

    String log =
        report.logs().stream()
            .filter(LogLine::fromHandler)
            .map(line -> shown(line.text()) + "\n")
            .collect(Collectors.joining());
    assertThat(log + report.result().payload() + "\n").isEqualTo(ofNode.get(handler.name()));
    assertThat(report.cutByHarness()).isFalse();
  }

  // Without the time and the request's id that a line of the console begins with.
  private static String shown(String line) {
    String[] parts = line.split("\t", 3);
    boolean console = parts.length == 3 && parts[0].matches("20\\d\\d-[-\\dT:.]+Z");
    return console ? parts[2] : line;
  }
}
