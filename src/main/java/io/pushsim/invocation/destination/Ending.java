package io.pushsim.invocation.destination;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.function.EventInvokeConfig;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Delivery;
import io.pushsim.runtime.FunctionCredentials;
import java.time.Instant;
import java.util.Optional;

/**
 * An asynchronous invocation at its end.
 *
 * @param delivery with all its attempts
 * @param config of the qualifier that was called; empty where it has none
 * @param configuration of the version that ran last, or would have; empty where it is gone
 */
public record Ending(
    Instant time,
    Delivery delivery,
    Conclusion conclusion,
    Optional<EventInvokeConfig> config,
    Optional<FunctionConfiguration> configuration) {

  public boolean isSuccess() {
    return conclusion == Conclusion.SUCCEEDED;
  }

  /**
   * The ARN of destination records: always qualified (recorded: test_assess_lambda_destination).
   */
  public FunctionArn qualifiedArn() {
    FunctionArn arn = delivery.target();
    return arn.qualifier().equals(Qualifier.UNQUALIFIED)
        ? arn.withQualifier(Qualifier.LATEST)
        : arn;
  }

  /** Who tells of it: the session of the function's role. */
  String roleSession() {
    return FunctionCredentials.roleSession(delivery.target().functionName());
  }

  /** The run that it ended with; empty where it was let go without one. */
  public Optional<Attempt> lastAttempt() {
    return delivery.lastAttempt();
  }
}
