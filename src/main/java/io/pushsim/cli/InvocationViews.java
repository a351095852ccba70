package io.pushsim.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pushsim.journal.Attempt;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.LogLine;
import io.pushsim.scenario.report.InvocationView;
import java.util.Optional;

/** Shows runs as a replay's report has them. */
final class InvocationViews {
  private static final ObjectMapper JSON = new ObjectMapper();

  private InvocationViews() {}

  static InvocationView of(Attempt attempt) {
    InvocationReport report = attempt.report();
    JsonNode payload = json(report.result().payload());
    boolean failed = report.result().isError();
    return new InvocationView(
        attempt.requestId(),
        attempt.executedVersion(),
        report.coldStart() ? "cold" : "warm",
        failed ? Optional.empty() : Optional.of(payload),
        failed ? Optional.of(payload) : Optional.empty(),
        report.logs().stream().filter(LogLine::fromHandler).map(LogLine::message).toList(),
        report.logs().stream().map(LogLine::text).toList(),
        report.duration().toNanos() / 1e6,
        report.cutByHarness());
  }

  private static JsonNode json(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(payload);
    }
  }
}
