package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Collects what a step came to. */
final class StepBuilder {
  private final int line;
  private final String operation;
  private final JsonNode parameters;
  private String time = SampleReports.START;
  private Optional<JsonNode> response = Optional.empty();
  private Optional<ErrorReport> error = Optional.empty();
  private Optional<InvocationView> invocation = Optional.empty();
  private List<PushReport> pushes = List.of();
  private Optional<RepeatReport> repeated = Optional.empty();
  private List<FailureReport> failures = List.of();

  StepBuilder(int line, String operation, JsonNode parameters) {
    this.line = line;
    this.operation = operation;
    this.parameters = parameters;
  }

  StepBuilder with(String field, String value) {
    ((ObjectNode) parameters).put(field, value);
    return this;
  }

  StepBuilder at(String time) {
    this.time = time;
    return this;
  }

  StepBuilder answered(String response) {
    this.response = Optional.of(SampleReports.json(response));
    return this;
  }

  StepBuilder refused(ErrorReport error) {
    this.error = Optional.of(error);
    return this;
  }

  StepBuilder invoked(InvocationView run) {
    this.invocation = Optional.of(run);
    return this;
  }

  StepBuilder pushed(PushReport... pushes) {
    this.pushes = List.of(pushes);
    return this;
  }

  StepBuilder repeated(RepeatReport sums) {
    this.repeated = Optional.of(sums);
    return this;
  }

  StepBuilder failed(FailureReport... failures) {
    this.failures = List.of(failures);
    return this;
  }

  StepReport report(int number) {
    return new StepReport(
        number,
        line,
        time,
        operation,
        Optional.empty(),
        parameters,
        response,
        error,
        invocation,
        pushes,
        repeated,
        failures);
  }
}
