package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.Answers;
import io.pushsim.testing.RecordedResponses;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tells pushsim the stories in which AWS was recorded, and holds every answer against AWS's. A
 * story is a script under {@code conformance}: the calls, and which recorded response each must
 * equal.
 */
class RecordingsConformanceTest {
  static List<String> files() {
    return List.of(
        "aliases",
        "versions",
        "revisions",
        "permissions",
        "function-names",
        "functions",
        "invoke",
        "s3-notifications");
  }

  @ParameterizedTest
  @MethodSource("files")
  void leavesNothingOut(String file) {
    List<JsonNode> scripts = scripts(file);

    assertThat(scripts.stream().map(script -> script.path("test").asText()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(names(tests(file)));
    assertThat(scripts)
        .allSatisfy(
            script ->
                assertThat(script.path("skipped").asText().isBlank())
                    .as("%s is told, or skipped with a reason", script.path("test"))
                    .isNotEqualTo(script.path("steps").isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() {
    return files().stream()
        .flatMap(
            file ->
                scripts(file).stream()
                    .filter(script -> script.has("steps"))
                    .map(
                        script ->
                            DynamicTest.dynamicTest(
                                script.path("test").asText(),
                                () -> new Story(file, script).tell())));
  }

  private static List<JsonNode> scripts(String file) {
    return new TestResource("conformance/" + file + ".yaml").cases();
  }

  private static JsonNode tests(String file) {
    return new TestResource("recordings/" + file + ".json").json().path("tests");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** One telling of a script. */
  private static final class Story {
    private final JsonNode script;
    private final JsonNode recorded;
    private final Set<String> left;
    private final RecordedResponses responses;
    private final Simulation simulation;
    private final Answers answers = new Answers();

    private Story(String file, JsonNode script) {
      this.script = script;
      recorded = tests(file).path(script.path("test").asText()).path("recorded-content");
      left = new LinkedHashSet<>(names(recorded));
      responses =
          new RecordedResponses(
              Simulation.CALLER.region(),
              texts(script.path("added")),
              Set.copyOf(names(script.path("changed"))),
              members(script.path("instead"), JsonNode::asText));
      simulation =
          new Simulation(
              Duration.parse(script.path("settle").asText("PT0S")),
              members(script.path("handlers"), JsonNode::toString));
    }

    private void tell() {
      for (String name : names(script.path("unanswered"))) {
        assertThat(left.remove(name)).as(name + " was recorded").isTrue();
      }
      for (JsonNode step : script.path("steps")) {
        String operation = names(step).get(0);
        if (operation.equals("Advance")) {
          simulation.time().advance(Duration.parse(step.path(operation).asText()));
        } else {
          call(operation, step);
        }
      }
      assertThat(left).as("recorded responses that no call is held against").isEmpty();
    }

    private void call(String operation, JsonNode step) {
      String name = step.path("answers").asText(step.path("as").asText());
      JsonNode expected = recorded.at("/" + name.replace('.', '/'));
      JsonNode answer;
      try {
        Answer answered =
            simulation.call(operation, answers.fillIn(step.path(operation).toString()));
        answer = RecordedForm.of(answered, expected);
      } catch (SimulatorException refusal) {
        assertThat(step.has("answers")).as("%s answered %s", step, refusal.message()).isTrue();
        answer = RecordedForm.of(refusal, expected);
        RecordedForm.length(expected)
            .ifPresent(
                length -> assertThat(ErrorBody.of(refusal).toString()).as(name).hasSize(length));
      }
      answers.put(name, answer);
      simulation.time().runDue();
      if (step.has("answers")) {
        left.remove(name.replaceAll("\\..*", ""));
        assertThat(responses.differences(RecordedForm.recorded(expected), answer))
            .as("%s, answered to %s", name, step)
            .isEmpty();
      }
    }

    private static Set<String> texts(JsonNode list) {
      Set<String> texts = new LinkedHashSet<>();
      list.forEach(item -> texts.add(item.asText()));
      return texts;
    }

    private static Map<String, String> members(JsonNode object, Function<JsonNode, String> text) {
      Map<String, String> members = new LinkedHashMap<>();
      object
          .properties()
          .forEach(member -> members.put(member.getKey(), text.apply(member.getValue())));
      return members;
    }
  }
}
