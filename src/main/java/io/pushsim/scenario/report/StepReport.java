package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What one step came to.
 *
 * @param number 1 for the first
 * @param line the step's line in its file
 * @param time the virtual time at the step's start, ISO 8601
 * @param operation the AWS operation, or the event step's name
 * @param account who made the call, where it is not the story's account
 * @param parameters as written in the file
 * @param response what the operation answered
 * @param error what the operation was refused with, expected or not
 * @param invocation for an Invoke, the account of the handler's run
 * @param pushes the notifications that came of the step, in order; of a repeated step the first
 *     alone
 * @param repeated the sums of a repeated step
 * @param failures the expectations that did not hold; empty means that the step passed
 */
public record StepReport(
    int number,
    int line,
    String time,
    String operation,
    Optional<String> account,
    JsonNode parameters,
    Optional<JsonNode> response,
    Optional<ErrorReport> error,
    Optional<InvocationView> invocation,
    List<PushReport> pushes,
    Optional<RepeatReport> repeated,
    List<FailureReport> failures) {
  public StepReport {
    pushes = List.copyOf(pushes);
    failures = List.copyOf(failures);
  }

  public boolean passed() {
    return failures.isEmpty();
  }
}
