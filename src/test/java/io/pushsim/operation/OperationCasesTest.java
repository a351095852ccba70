package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.Scope;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.Answers;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What each operation answers, told in tables: what was done before ({@code given}), the call, and
 * AWS's error or a part of its answer. {@code ARN(fn:1)} is short for the whole ARN.
 */
class OperationCasesTest {
  private static final Pattern SHORT_ARN = Pattern.compile("ARN\\(([^)]*)\\)");
  private static final JsonNode PRESETS = new TestResource("operation/presets.yaml").yaml();

  @TestFactory
  Stream<DynamicContainer> answers() {
    return Stream.of(
            "names",
            "functions",
            "versions",
            "aliases",
            "policies",
            "buckets",
            "invoke",
            "tags",
            "code",
            "event-invoke",
            "concurrency",
            "dead-letters",
            "queues",
            "messages",
            "moves")
        .map(
            table ->
                DynamicContainer.dynamicContainer(
                    table,
                    new TestResource("operation/" + table + ".yaml")
                        .cases().stream()
                            .map(
                                row ->
                                    DynamicTest.dynamicTest(
                                        row.path("case").asText(), () -> new Case(row).check()))));
  }

  /** One row. */
  private static final class Case {
    private final JsonNode row;
    private final Simulation simulation;
    private final Answers answers = new Answers();

    private Case(JsonNode row) {
      this.row = row;
      simulation = new Simulation(Duration.parse(row.path("settle").asText("PT0S")), Map.of());
    }

    private void check() {
      for (JsonNode step : row.path("given")) {
        take(step.isTextual() ? preset(step.textValue()) : step);
      }
      assertThat(row.has("error") || row.has("answer")).isTrue();
      if (row.has("error")) {
        checkRefusal();
      } else {
        assertAnswers(row.path("answer"), "", call(row.path("call")).body());
      }
    }

    private void checkRefusal() {
      Answer answer;
      try {
        answer = call(row.path("call"));
      } catch (SimulatorException refusal) {
        assertThat(refusal.code().shapeName() + ": " + refusal.message())
            .isEqualTo(filledIn(row.path("error")).asText());
        if (row.has("status")) {
          assertThat(refusal.code().httpStatus()).isEqualTo(row.path("status").asInt());
        }
        if (row.has("body")) {
          assertThat(ErrorBody.of(refusal)).hasToString(full(row.path("body").asText()));
        }
        return;
      }
      fail("answered " + answer);
    }

    private static JsonNode preset(String name) {
      assertThat(PRESETS.has(name)).as("preset '%s' is there", name).isTrue();
      return PRESETS.path(name);
    }

    private void take(JsonNode step) {
      if (step.isArray()) {
        step.forEach(each -> take(each.isTextual() ? preset(each.textValue()) : each));
      } else if (step.has("Advance")) {
        simulation.time().advance(Duration.parse(step.path("Advance").asText()));
      } else if (step.has("PutObject")) {
        JsonNode object = step.path("PutObject");
        simulation.putObject(
            object.path("Bucket").asText(),
            object.path("Key").asText(),
            object.path("Body").asText());
      } else {
        Answer answer = call(step);
        String name = step.path("as").asText(step.fieldNames().next());
        answers.put(name, answer.body());
      }
    }

    private Answer call(JsonNode step) {
      Map.Entry<String, JsonNode> call = step.properties().iterator().next();
      Scope caller = new Scope(step.path("caller").asText("111111111111"), "us-west-2");
      return simulation.call(call.getKey(), filledIn(call.getValue()), caller);
    }

    private JsonNode filledIn(JsonNode parameters) {
      return answers.fillIn(full(parameters.toString()));
    }

    private static String full(String text) {
      return SHORT_ARN
          .matcher(text)
          .replaceAll("arn:aws:lambda:us-west-2:111111111111:function:$1");
    }

    /** A part of the answer: the members that are given, lists in full; {@code null} is absence. */
    private void assertAnswers(JsonNode expected, String path, JsonNode actual) {
      if (expected.isObject()) {
        assertThat(actual.isObject()).as("%s is an object, and was %s", path, actual).isTrue();
        expected
            .properties()
            .forEach(
                member ->
                    assertAnswers(
                        member.getValue(),
                        path + "." + member.getKey(),
                        actual.path(member.getKey())));
      } else if (expected.isArray()) {
        assertThat(actual).as(path).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
          assertAnswers(expected.get(i), path + "[" + i + "]", actual.get(i));
        }
      } else if (expected.isNull()) {
        assertThat(actual.isMissingNode()).as(path + " is absent, and was " + actual).isTrue();
      } else {
        String wanted = filledIn(expected).asText();
        boolean other = wanted.startsWith("not ");
        String value = other ? wanted.substring("not ".length()) : wanted;
        assertThat(actual.asText().equals(value))
            .as("%s is %s%s, and was %s", path, other ? "not " : "", value, actual)
            .isNotEqualTo(other);
      }
    }
  }
}
