package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.Launched;
import io.pushsim.testing.NodeProject;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.TestResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What functions see of the AWS SDK that pushsim's runtime has is what the published SDK shows of
 * the same server under Node.js: outputs, errors and their order, line by line.
 */
@Tag("one-jdk")
@Timeout(300)
class AwsSdkIT {
  private static ServedProcess served;
  private static NodeProject project;

  @BeforeAll
  static void serve() {
    OutsideTool.NODE.demand();
    project = NodeProject.installed("sdk-js/");
    project.script("case.js");
    served = ServedProcess.start();
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      try (ServedProcess last = served) {
        assertThat(last.faults()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "functions",
        "large",
        "listing",
        "modules",
        "objects",
        "queues",
        "transfers",
        "uploads",
        "v2"
      })
  void showsWhatThePublishedSdkShows(String name) {
    JsonNode lines = linesOf(name);
    List<String> expected = texts(lines.path("node"));

    assertThat(expected).isNotEmpty();
    assertThat(texts(lines.path("function"))).isEqualTo(expected);
    if (lines.has("bundle")) {
      assertThat(texts(lines.path("bundle"))).isEqualTo(expected);
    }
  }

  @Test
  void pushesEventsOfObjectsThatAFunctionPuts() {
    assertThat(texts(run("loop.js"))).containsExactly("loop/1", "loop/2", "loop/3");
  }

  private static JsonNode linesOf(String name) {
    project.script("cases/" + name + ".js");
    return run("driver.js", name);
  }

  private static JsonNode run(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("node", project.script(script).toString()));
    command.addAll(List.of(arguments));
    Caller caller = new Caller(served.endpoint(), "111111111111", "us-west-2");
    Launched launched = Launched.start(command, caller.environment(), project.folder()).await();
    assertThat(launched.exitCode()).as(launched.err()).isZero();
    return TestResource.json(launched.out());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
