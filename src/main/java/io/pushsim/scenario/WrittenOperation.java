package io.pushsim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.document.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An AWS operation as a person writes it in one line, such as {@code UpdateAlias { FunctionName:
 * hello, Name: PROD, FunctionVersion: "2" }}.
 *
 * @param parameters by AWS's names
 */
public record WrittenOperation(String name, ObjectNode parameters) {
  private static final Pattern FORM =
      Pattern.compile("(?s)\\s*([A-Za-z0-9]+)\\s*:?\\s*(\\{.*})\\s*");

  /**
   * Reads one.
   *
   * @param reader by whose words it is checked
   * @throws ScenarioException where it is none, or AWS has no such parameters
   */
  public static WrittenOperation parse(String text, ScenarioReader reader) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong("write its name and its parameters, such as UpdateAlias { FunctionName: hello }");
    }
    String story = "steps: [ { %s: %s } ]".formatted(form.group(1), form.group(2));
    Step step = reader.readText("operation", story).steps().get(0);
    if (EventStep.named(step.name()).isPresent() || step.name().equals(Step.ADVANCE)) {
      throw wrong(step.name() + " is no AWS operation that changes a set-up");
    }
    return new WrittenOperation(step.name(), (ObjectNode) step.parameters());
  }

  private static ScenarioException wrong(String message) {
    return new ScenarioException(List.of(Problem.ofFile("operation", message)));
  }
}
