package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.scenario.report.InvocationView;
import io.pushsim.scenario.report.PushReport;
import io.pushsim.scenario.report.RepeatReport;
import java.util.List;
import java.util.Optional;

/** What came of a step, before anyone asks what was expected. */
record Outcome(
    Optional<JsonNode> response,
    Optional<SimulatorException> error,
    Optional<InvocationView> invocation,
    List<PushReport> pushes,
    Optional<RepeatReport> repeated) {
  Outcome {
    pushes = List.copyOf(pushes);
  }

  static Outcome refused(SimulatorException error, List<PushReport> pushes) {
    return new Outcome(
        Optional.empty(), Optional.of(error), Optional.empty(), pushes, Optional.empty());
  }

  static Outcome of(World.Answer answer, List<PushReport> pushes) {
    return new Outcome(
        Optional.of(answer.response()),
        Optional.empty(),
        answer.invocation(),
        pushes,
        Optional.empty());
  }

  static Outcome pushed(List<PushReport> pushes) {
    return new Outcome(
        Optional.empty(), Optional.empty(), Optional.empty(), pushes, Optional.empty());
  }

  static Outcome repeated(List<PushReport> first, RepeatReport sum) {
    return new Outcome(
        Optional.empty(), Optional.empty(), Optional.empty(), first, Optional.of(sum));
  }
}
