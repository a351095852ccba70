package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.document.Problem;
import io.pushsim.eventsource.DelayRange;
import io.pushsim.eventsource.PushFaults;
import io.pushsim.eventsource.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that a step names for its pushes. What the schema cannot say of them is found here:
 * shares need many pushes, and what is dropped is not delayed.
 */
final class StepFaults {
  /** A hundred years: a wait is drawn in nanoseconds. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(36_500);

  private static final String DUPLICATE = "duplicate";
  private static final String DELAY = "delay";
  private static final String REORDER = "reorder";
  private static final String DROP = "drop";

  private final JsonNode step;

  StepFaults(JsonNode step) {
    this.step = step;
  }

  /** What is wrong with them, of a step that the schema takes. */
  List<Problem> problems(Document document, String pointer) {
    List<Problem> problems = new ArrayList<>();
    share(document, pointer, DUPLICATE, "how many times more, or true").ifPresent(problems::add);
    share(document, pointer, DROP, "true").ifPresent(problems::add);
    JsonNode delay = step.path(DELAY);
    if (delay.isObject() && max(delay).compareTo(min(delay)) < 0) {
      problems.add(
          document.problemAtValue(
              Pointer.child(pointer, DELAY),
              "delay.max is less than delay.min; write the shorter time as min"));
    }
    if (step.path(DROP).asBoolean(false)) {
      for (String beside : List.of(DUPLICATE, DELAY, REORDER)) {
        if (step.has(beside)) {
          problems.add(
              document.problemAtKey(
                  Pointer.child(pointer, beside),
                  "\"%s\" cannot stand beside \"drop: true\": what is dropped is never pushed; leave one of them out"
                      .formatted(beside)));
        }
      }
    }
    return problems;
  }

  private Optional<Problem> share(
      Document document, String pointer, String fault, String otherwise) {
    JsonNode value = step.path(fault);
    if (!value.isTextual()) {
      return Optional.empty();
    }
    String at = Pointer.child(pointer, fault);
    if (Share.parse(value.textValue()).isEmpty()) {
      return Optional.of(
          document.problemAtValue(
              at,
              "%s is \"%s\"; a share is from 0%% to 100%%".formatted(fault, value.textValue())));
    }
    return step.has("repeat")
        ? Optional.empty()
        : Optional.of(
            document.problemAtValue(
                at,
                "%s is a share, which needs \"repeat\" beside it; of one push write %s"
                    .formatted(fault, otherwise)));
  }

  /** What befalls the step's pushes. */
  PushFaults faults() {
    PushFaults faults =
        PushFaults.NONE
            .withDelay(delay(step.path(DELAY)))
            .withDrop(share(step.path(DROP)))
            .withDuplicates(
                step.path(DUPLICATE).isInt() ? 1 : share(step.path(DUPLICATE)),
                step.path(DUPLICATE).asInt(1));
    return step.path(REORDER).asBoolean(false) ? faults.withReorder(1, wait(step)) : faults;
  }

  private static double share(JsonNode value) {
    return value.isTextual()
        ? Share.parse(value.textValue()).orElseThrow()
        : value.asBoolean(false) ? 1 : 0;
  }

  private static DelayRange delay(JsonNode written) {
    if (written.isObject()) {
      return new DelayRange(min(written), max(written));
    }
    return written.isTextual()
        ? DelayRange.fixed(Duration.parse(written.textValue()))
        : DelayRange.NONE;
  }

  private static Duration min(JsonNode delay) {
    return Duration.parse(delay.path("min").asText("PT0S"));
  }

  private static Duration max(JsonNode delay) {
    return Duration.parse(delay.path("max").asText());
  }

  /** As long as the step's pushes come, if that is longer than usual. */
  private static Duration wait(JsonNode step) {
    Duration all =
        Duration.parse(step.path("every").asText("PT0S"))
            .multipliedBy(step.path("repeat").asInt(1));
    Duration most = all.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : all;
    return most.compareTo(PushFaults.USUAL_WAIT) > 0 ? most : PushFaults.USUAL_WAIT;
  }
}
