package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an invocation comes to whose function is not written for Node.js. */
final class ForeignRuntime {
  private static final String ERROR_TYPE = "Pushsim.RuntimeNotSimulated";

  private ForeignRuntime() {}

  static InvocationReport report(FunctionArn arn, String runtime) {
    String message =
        "pushsim runs Node.js handlers only, and %s has the runtime %s"
            .formatted(arn.shortName(), runtime);
    // Neither text has a character that JSON would escape.
    String payload =
        "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}".formatted(ERROR_TYPE, message);
    return new InvocationReport(
        new InvocationResult.FunctionError(ERROR_TYPE, message, payload),
        List.of(),
        Duration.ZERO,
        Optional.empty(),
        0,
        "",
        false);
  }
}
