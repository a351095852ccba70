package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One run of a handler as a report shows it.
 *
 * @param start {@code cold} or {@code warm}
 * @param result what the handler returned; absent where it failed
 * @param error Lambda's error body; absent where it did not fail
 * @param logs what the handler itself wrote, without Lambda's prefix
 * @param logLines the whole log with START, END and REPORT
 * @param durationMillis virtual
 * @param cutByHarness true where the simulator's own guard ended it
 */
public record InvocationView(
    String requestId,
    String executedVersion,
    String start,
    Optional<JsonNode> result,
    Optional<JsonNode> error,
    List<String> logs,
    List<String> logLines,
    double durationMillis,
    boolean cutByHarness) {
  public InvocationView {
    logs = List.copyOf(logs);
    logLines = List.copyOf(logLines);
  }
}
