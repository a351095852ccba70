package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rule that a step names exactly one operation or event step. */
final class StepShape {
  private static final Set<String> BESIDE =
      Set.of(
          "expect",
          "expectError",
          "repeat",
          "every",
          "account",
          "duplicate",
          "delay",
          "reorder",
          "drop",
          "propagationDelay");

  private final Set<String> names = new LinkedHashSet<>();

  StepShape(Vocabulary vocabulary) {
    for (EventStep event : EventStep.values()) {
      names.add(event.stepName());
    }
    names.add(Step.ADVANCE);
    names.addAll(vocabulary.operations().keySet());
  }

  /** The names among the step's keys. */
  List<String> namesIn(JsonNode step) {
    List<String> found = new ArrayList<>();
    step.fieldNames().forEachRemaining(found::add);
    found.retainAll(names);
    return found;
  }

  /** A step with an unknown key is left to the message about that key. */
  Optional<Problem> problem(Document document, String pointer, JsonNode step) {
    List<String> found = namesIn(step);
    if (!step.isObject() || found.size() == 1) {
      return Optional.empty();
    }
    if (found.size() > 1) {
      String message = "a step is one operation or event step, not %s; begin a step for each";
      String both = String.join(" and ", found);
      return Optional.of(
          document.problemAtKey(
              Pointer.child(pointer, found.get(1)), String.format(message, both)));
    }
    Iterable<String> keys = step::fieldNames;
    for (String key : keys) {
      if (!BESIDE.contains(key)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        document.problemAtValue(
            pointer,
            document.nameOf(pointer) + " names no operation or event step, such as PutObject"));
  }
}
