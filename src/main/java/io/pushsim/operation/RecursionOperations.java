package io.pushsim.operation;

import io.pushsim.arn.FunctionReference;
import io.pushsim.function.FunctionChange;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.RecursiveLoop;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.Required;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operations on what Lambda does about a function's loops (recorded: TestLambdaRecursion). */
final class RecursionOperations {
  private static final String ALLOW = "Allow";
  private static final String TERMINATE = "Terminate";

  private RecursionOperations() {}

  /** FunctionName where the model has its shape UnqualifiedFunctionName. */
  @Required
  @Constraint(
      minLength = 1,
      maxLength = Limits.FUNCTION_NAME_LENGTH,
      pattern = FunctionReference.UNQUALIFIED_PATTERN)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface UnqualifiedFunctionName {}

  /** PutFunctionRecursionConfig. */
  record Put(
      @UnqualifiedFunctionName String functionName,
      @Required @Constraint(oneOf = {TERMINATE, ALLOW}) String recursiveLoop) {}

  /** GetFunctionRecursionConfig. */
  record Get(@UnqualifiedFunctionName String functionName) {}

  /** Both answers. */
  record Config(String recursiveLoop) {}

  static Decided put(Put request, Call call) {
    LambdaFunction function = function(request.functionName(), call);
    RecursiveLoop loop =
        request.recursiveLoop().equals(ALLOW) ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE;
    return Decided.answer(
        config(loop),
        new Outcome.OfFunction(new FunctionChange.RecursiveLoopSet(function.arn(), loop)));
  }

  static Decided get(Get request, Call call) {
    return Decided.answer(
        config(function(request.functionName(), call).settings().recursiveLoop()));
  }

  private static Config config(RecursiveLoop loop) {
    return new Config(loop == RecursiveLoop.ALLOW ? ALLOW : TERMINATE);
  }

  private static LambdaFunction function(String functionName, Call call) {
    return call.state().functions().require(call.arn(functionName));
  }
}
