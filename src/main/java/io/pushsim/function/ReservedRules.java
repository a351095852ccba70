package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Optional;

/**
 * Lambda's rules for reserved concurrency: each computes the outcome of a request, or refuses it
 * with AWS's words (recorded: TestLambdaReservedConcurrency, test_reserved_provisioned_overlap).
 */
public final class ReservedRules {
  private ReservedRules() {}

  /**
   * The function that concurrency is reserved for.
   *
   * @throws SimulatorException InvalidParameterValueException for a qualifier, {@code $LATEST} too,
   *     which Lambda looks at first
   */
  public static LambdaFunction require(Optional<LambdaFunction> existing, FunctionArn arn) {
    if (!arn.qualifier().equals(Qualifier.UNQUALIFIED)) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.");
    }
    return existing.orElseThrow(
        () -> FunctionRegistry.notFound(arn.withQualifier(Qualifier.LATEST)));
  }

  /** PutFunctionConcurrency. */
  public static FunctionChange.ReservedConcurrencySet reserve(
      LambdaFunction function, int reserved, AccountConcurrency account) {
    int provisioned = function.settings().totalProvisioned();
    if (reserved < provisioned) {
      throw untyped(
          " ReservedConcurrentExecutions  %d should not be lower than function's total provisioned concurrency [%d]."
              .formatted(reserved, provisioned));
    }
    if (account.unreservedBeside(function.arn()) - (long) reserved < account.minimumUnreserved()) {
      throw untyped(
          "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [%d]."
              .formatted(account.minimumUnreserved()));
    }
    return new FunctionChange.ReservedConcurrencySet(function.arn(), Optional.of(reserved));
  }

  /** DeleteFunctionConcurrency, which succeeds where nothing is reserved. */
  public static Optional<FunctionChange.ReservedConcurrencySet> delete(LambdaFunction function) {
    return function
        .settings()
        .reservedConcurrency()
        .map(
            reserved ->
                new FunctionChange.ReservedConcurrencySet(function.arn(), Optional.empty()));
  }

  static SimulatorException untyped(String message) {
    return new SimulatorException(ErrorCode.UNTYPED_INVALID_PARAMETER_VALUE, message);
  }
}
