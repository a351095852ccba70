package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.Launched;
import io.pushsim.testing.NodeProject;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.TestResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What functions see of the AWS SDK that pushsim's runtime has is what the published SDK shows of
 * the same server under Node.js: outputs, errors and their order, line by line.
 */
@Tag("one-jdk")
@Timeout(300)
class AwsSdkIT {
  private static final String SOURCE = "sdk-js/";
  private static final List<String> CASES =
      List.of("functions", "large", "listing", "modules", "objects", "queues", "transfers", "v2");

  @TestFactory
  Stream<DynamicTest> showsWhatThePublishedSdkShows() {
    OutsideTool.NODE.demand();
    NodeProject project = NodeProject.installed(SOURCE);
    CASES.forEach(name -> project.script("cases/" + name + ".js"));
    project.script("case.js");
    JsonNode results = results(project.script("driver.js"), project.folder());
    assertThat(results.fieldNames()).toIterable().containsExactlyElementsOf(CASES);
    return CASES.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(results.path(name))));
  }

  private static JsonNode results(Path driver, Path folder) {
    try (ServedProcess served = ServedProcess.start()) {
      Caller caller = new Caller(served.endpoint(), "111111111111", "us-west-2");
      Launched launched =
          Launched.start(List.of("node", driver.toString()), caller.environment(), folder).await();
      assertThat(launched.exitCode()).as(launched.err()).isZero();
      assertThat(served.faults()).isEmpty();
      return TestResource.json(launched.out());
    }
  }

  private static void check(JsonNode result) {
    List<String> expected = lines(result.path("node"));

    assertThat(expected).isNotEmpty();
    assertThat(lines(result.path("function"))).isEqualTo(expected);
    Optional.of(result.path("bundle"))
        .filter(JsonNode::isArray)
        .ifPresent(bundle -> assertThat(lines(bundle)).isEqualTo(expected));
  }

  private static List<String> lines(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
