package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.scenario.report.FailureReport;
import io.pushsim.scenario.report.FaultReport;
import io.pushsim.scenario.report.InvocationView;
import io.pushsim.scenario.report.PushReport;
import io.pushsim.scenario.report.RepeatReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares what came of a step with what its author expects. */
final class Expectations {
  private static final String CONTINUES = "…";

  /** What is expected of an Invoke beside what it answers. */
  private static final Set<String> BESIDE_AN_ANSWER = Set.of("logs", "deliveries");

  private final Step step;
  private final Comparison comparison;

  private Expectations(Document document, Step step) {
    this.step = step;
    this.comparison = new Comparison(document, step.pointer());
  }

  /** The expectations that did not hold; a refused step that no one expected is one of them. */
  static List<FailureReport> check(Document document, Step step, Outcome outcome) {
    Expectations expectations = new Expectations(document, step);
    expectations.check(outcome);
    return expectations.comparison.failures();
  }

  private void check(Outcome outcome) {
    String errorPointer = Pointer.child(step.pointer(), "expectError");
    if (outcome.error().isPresent()) {
      SimulatorException error = outcome.error().get();
      if (step.expectError().isPresent()) {
        checkError(errorPointer, step.expectError().get(), error);
      } else {
        comparison.fail(Pointer.child(step.pointer(), step.name()), "no error", summary(error));
      }
    } else if (step.expectError().isPresent()) {
      comparison.fail(errorPointer, summary(step.expectError().get()), "no error");
    } else {
      step.expect().ifPresent(expected -> checkSuccess(expected, outcome));
    }
  }

  private void checkError(String pointer, JsonNode expected, SimulatorException error) {
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    error.details().forEach(actual::put);
    actual.put("Code", error.code().shapeName());
    actual.put("Message", error.message());
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      String wanted = entry.getValue().textValue();
      boolean begins =
          wanted.endsWith(CONTINUES)
              && actual
                  .path(entry.getKey())
                  .asText("")
                  .startsWith(wanted.substring(0, wanted.length() - CONTINUES.length()));
      if (!begins) {
        comparison.contains(
            Pointer.child(pointer, entry.getKey()), entry.getValue(), actual.path(entry.getKey()));
      }
    }
  }

  private static String summary(SimulatorException error) {
    return error.code().shapeName() + ": " + error.message();
  }

  private static String summary(JsonNode expected) {
    String code = expected.path("Code").asText("an error");
    return expected.has("Message") ? code + ": " + expected.path("Message").asText() : code;
  }

  private void checkSuccess(JsonNode expected, Outcome outcome) {
    String pointer = Pointer.child(step.pointer(), "expect");
    if (outcome.response().isPresent()) {
      checkResponse(pointer, expected, outcome);
    } else if (outcome.repeated().isPresent()) {
      checkSums(pointer, expected, outcome.repeated().get());
    } else {
      checkPushes(pointer, expected, outcome.pushes());
    }
  }

  private void checkPushes(String pointer, JsonNode expected, List<PushReport> pushes) {
    checkDeliveries(pointer, expected, pushes);
    checkFaults(pointer, expected, FaultCounts.of(pushes).byParticiple());
  }

  private void checkDeliveries(String pointer, JsonNode expected, List<PushReport> pushes) {
    if (expected.has("deliveries")) {
      new DeliveryExpectations(comparison)
          .check(Pointer.child(pointer, "deliveries"), expected.path("deliveries"), pushes);
    }
  }

  private void checkFaults(String pointer, JsonNode expected, Map<String, Integer> counts) {
    for (FaultReport.Kind fault : FaultReport.Kind.values()) {
      String key = fault.participle();
      checkCount(pointer, expected, key, counts.getOrDefault(key, 0));
    }
  }

  private void checkResponse(String pointer, JsonNode expected, Outcome outcome) {
    JsonNode response = outcome.response().orElseGet(Comparison::absent);
    if (!step.name().equals("Invoke")) {
      comparison.contains(pointer, expected, response);
      return;
    }
    ObjectNode rest = expected.deepCopy();
    rest.remove(BESIDE_AN_ANSWER);
    comparison.contains(pointer, rest, response);
    if (expected.has("logs")) {
      List<String> logs = outcome.invocation().map(InvocationView::logs).orElse(List.of());
      comparison.occurInOrder(Pointer.child(pointer, "logs"), expected.path("logs"), logs);
    }
    checkDeliveries(pointer, expected, outcome.pushes());
  }

  private void checkSums(String pointer, JsonNode expected, RepeatReport sums) {
    checkCount(pointer, expected, "deliveries", sums.deliveries());
    checkCount(pointer, expected, "allowed", sums.allowed());
    checkCount(pointer, expected, "denied", sums.denied());
    checkCount(pointer, expected, "failed", sums.failed());
    checkCount(pointer, expected, "coldStarts", sums.coldStarts());
    checkFaults(pointer, expected, sums.faults());
    for (Map.Entry<String, JsonNode> state : expected.path("states").properties()) {
      String at = Pointer.child(pointer, "states");
      checkCount(
          at,
          expected.path("states"),
          state.getKey(),
          sums.states().getOrDefault(state.getKey(), 0));
    }
    JsonNode split = expected.path("split");
    double tolerance = split.path("tolerance").asDouble(0);
    for (Map.Entry<String, JsonNode> share : split.properties()) {
      if (!share.getKey().equals("tolerance")) {
        String at = Pointer.child(Pointer.child(pointer, "split"), share.getKey());
        checkShare(at, share.getKey(), share.getValue(), tolerance, sums.split());
      }
    }
  }

  private void checkCount(String pointer, JsonNode expected, String key, int actual) {
    if (expected.has(key)) {
      comparison.contains(
          Pointer.child(pointer, key),
          expected.path(key),
          JsonNodeFactory.instance.numberNode(actual));
    }
  }

  private void checkShare(
      String pointer,
      String version,
      JsonNode expected,
      double tolerance,
      Map<String, Integer> split) {
    int runs = split.values().stream().mapToInt(Integer::intValue).sum();
    int own = split.getOrDefault(version, 0);
    double actual = runs == 0 ? 0 : (double) own / runs;
    double rounding = 1e-9;
    if (Math.abs(actual - expected.doubleValue()) > tolerance + rounding) {
      String wanted = expected.asText() + (tolerance == 0 ? "" : " ± " + tolerance);
      comparison.fail(
          pointer, wanted, String.format(Locale.ROOT, "%.4f (%d of %d)", actual, own, runs));
    }
  }
}
