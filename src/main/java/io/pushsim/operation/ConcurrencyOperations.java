package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.ReservedRules;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.Parameters.FunctionName;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.Required;
import java.util.List;
import java.util.Optional;

/** The operations on a function's reserved concurrency. */
final class ConcurrencyOperations {
  private ConcurrencyOperations() {}

  /** PutFunctionConcurrency. */
  record Put(
      @FunctionName String functionName,
      @Required @Constraint(min = 0) Integer reservedConcurrentExecutions) {}

  /** GetFunctionConcurrency and DeleteFunctionConcurrency. */
  record Named(@FunctionName String functionName) {}

  /** What is reserved; nothing where there is no reservation. */
  record Concurrency(Optional<Integer> reservedConcurrentExecutions) {}

  static Decided put(Put request, Call call) {
    LambdaFunction function = function(request.functionName(), call);
    int reserved = request.reservedConcurrentExecutions();
    return Decided.answer(
        new Concurrency(Optional.of(reserved)),
        new Outcome.OfFunction(
            ReservedRules.reserve(function, reserved, call.accountConcurrency())));
  }

  static Decided get(Named request, Call call) {
    return Decided.answer(
        new Concurrency(function(request.functionName(), call).settings().reservedConcurrency()));
  }

  static Decided delete(Named request, Call call) {
    return Decided.done(
        ReservedRules.delete(function(request.functionName(), call))
            .<List<Outcome>>map(change -> List.of(new Outcome.OfFunction(change)))
            .orElse(List.of()));
  }

  private static LambdaFunction function(String functionName, Call call) {
    FunctionArn arn = call.arn(functionName);
    return ReservedRules.require(call.function(arn), arn);
  }
}
