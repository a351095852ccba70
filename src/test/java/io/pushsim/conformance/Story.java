package io.pushsim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.testing.Answers;
import io.pushsim.testing.RecordedResponses;
import io.pushsim.testing.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One telling of a script to a service: each call, and its reply held against the recorded one. */
final class Story {
  private static final String SETTLE = "Settle";
  private static final String PASS = "Pass";
  private static final String PART = "part";

  private final Script script;
  private final Service service;
  private final JsonNode recorded;
  private final Set<String> left;
  private final RecordedResponses responses;
  private final Packages packages;
  private final Answers answers = new Answers();
  private final List<String> differences = new ArrayList<>();

  Story(Script script, Service service) {
    this.script = script;
    this.service = service;
    recorded = script.recorded();
    left = new LinkedHashSet<>(Script.names(recorded));
    responses = script.responses(Simulation.CALLER.region());
    packages = script.packages();
  }

  /**
   * Tells it; fails where AWS was recorded to answer otherwise, unless that is meant to be, and
   * where it is meant to be and does not.
   */
  void tell() {
    for (String name : script.unanswered().keySet()) {
      assertThat(left.remove(name)).as(name + " was recorded").isTrue();
    }
    for (JsonNode step : script.steps()) {
      if (step.has(SETTLE)) {
        service.awaitSettled(step.path(SETTLE).asText());
      } else if (step.has(PASS)) {
        service.pass(Duration.parse(step.path(PASS).asText()));
      } else {
        call(step);
      }
    }
    assertThat(left).as("recorded responses that no call is held against").isEmpty();
    assertThat(differences).isEmpty();
  }

  private void call(JsonNode step) {
    String operation = Script.names(step).get(0);
    String name = step.path("answers").asText();
    JsonNode expected = recorded.at("/" + name.replace('.', '/'));
    ObjectNode parameters = (ObjectNode) answers.fillIn(step.path(operation).toString());
    Reply reply = service.call(operation, packages.filledIn(parameters));
    ObjectNode answer = RecordedForm.of(reply, expected);
    answers.put(name, answer);
    if (step.has("answers")) {
      left.remove(name.replaceAll("\\..*", ""));
      compare(
          name, expected, reply, step.has(PART) ? answer.path(step.path(PART).asText()) : answer);
    } else {
      assertThat(reply).as("what was answered to %s", step).isInstanceOf(Reply.Answered.class);
    }
  }

  private void compare(String name, JsonNode expected, Reply reply, JsonNode answer) {
    List<String> found = new ArrayList<>();
    responses
        .differences(RecordedForm.recorded(expected, reply), answer)
        .forEach(difference -> found.add(name + difference));
    if (reply instanceof Reply.Refused refused) {
      RecordedForm.length(expected)
          .filter(length -> length != refused.length())
          .ifPresent(
              length ->
                  found.add(
                      "%s has a body of %d bytes, recorded were %d"
                          .formatted(name, refused.length(), length)));
    }
    if (!script.different().containsKey(name)) {
      differences.addAll(found);
    } else if (found.isEmpty()) {
      differences.add(name + " is as recorded, although the script says that it differs");
    }
  }
}
