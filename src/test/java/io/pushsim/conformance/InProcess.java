package io.pushsim.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.Answer;
import io.pushsim.operation.ErrorBody;
import io.pushsim.testing.Simulation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The table of operations itself, on virtual time, with handlers that are no JavaScript. */
final class InProcess implements Service {
  private final Duration settle;
  private final Simulation simulation;

  InProcess(Duration settle) {
    this.settle = settle;
    simulation = new Simulation(settle, Map.of());
  }

  @Override
  public Reply call(String operation, ObjectNode parameters) {
    try {
      Answer answer = simulation.call(operation, parameters);
      return new Reply.Answered(answer.status(), (ObjectNode) answer.body(), Map.of());
    } catch (SimulatorException refusal) {
      return refused(refusal);
    } finally {
      simulation.time().runDue();
    }
  }

  private static Reply refused(SimulatorException refusal) {
    ErrorCode code = refusal.code();
    ObjectNode fields = ErrorBody.of(refusal);
    return new Reply.Refused(
        code.httpStatus(),
        code.shapeName(),
        code.body() != ErrorCode.Body.UNTYPED_MESSAGE
            || code == ErrorCode.UNTYPED_INVALID_PARAMETER_VALUE,
        fields,
        fields.toString().getBytes(StandardCharsets.UTF_8).length,
        Map.of());
  }

  @Override
  public void awaitSettled(String function) {
    simulation.time().advance(settle);
  }

  @Override
  public void pass(Duration duration) {
    simulation.time().advance(duration);
  }

  @Override
  public void close() {
    simulation.journal().close();
  }
}
