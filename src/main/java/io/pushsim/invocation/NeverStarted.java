package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an invocation comes to that found no execution environment: a function error of pushsim's
 * own.
 */
final class NeverStarted {
  private NeverStarted() {}

  /** Of a function that is not written for Node.js. */
  static InvocationReport ofForeignRuntime(FunctionArn arn, String runtime) {
    return report(
        "Pushsim.RuntimeNotSimulated",
        "pushsim runs Node.js handlers only, and %s has the runtime %s"
            .formatted(arn.shortName(), runtime));
  }

  /** Where starting an environment failed. */
  static InvocationReport ofFailure(Throwable failure) {
    return report("Pushsim.EnvironmentNotStarted", String.valueOf(failure.getMessage()));
  }

  private static InvocationReport report(String errorType, String message) {
    return new InvocationReport(
        InvocationResult.FunctionError.of(errorType, message),
        List.of(),
        Duration.ZERO,
        Optional.empty(),
        0,
        "",
        false);
  }
}
