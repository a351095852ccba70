package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Optional;

/**
 * Lambda's rules for the configurations of asynchronous invocation: each computes the outcome of a
 * request, or refuses it with AWS's words (recorded: test_lambda_eventinvokeconfig_lifecycle,
 * test_lambda_eventinvokeconfig_exceptions).
 */
public final class EventInvokeRules {
  private EventInvokeRules() {}

  /**
   * The function that a configuration is put or listed for.
   *
   * @param arn with the qualifier that is to be there
   * @throws SimulatorException ResourceNotFoundException, which does not say what is missing
   */
  public static LambdaFunction requireFunction(Optional<LambdaFunction> existing, FunctionArn arn) {
    return existing
        .filter(function -> function.has(arn.qualifier()))
        .orElseThrow(
            () ->
                new SimulatorException(
                    ErrorCode.RESOURCE_NOT_FOUND, "The function doesn't exist."));
  }

  /**
   * The configuration of exactly this qualifier.
   *
   * @throws SimulatorException ResourceNotFoundException, where the function is missing too
   */
  public static EventInvokeConfig require(Optional<LambdaFunction> existing, FunctionArn arn) {
    return existing
        .flatMap(function -> function.settings().eventInvoke(arn.qualifier()))
        .orElseThrow(
            () ->
                new SimulatorException(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    "The function %s doesn't have an EventInvokeConfig".formatted(named(arn))));
  }

  /** PutFunctionEventInvokeConfig and UpdateFunctionEventInvokeConfig, once nothing is wrong. */
  public static FunctionChange.EventInvokeConfigPut put(FunctionArn arn, EventInvokeConfig config) {
    return new FunctionChange.EventInvokeConfigPut(
        arn.unqualified(), InvocationSettings.key(arn.qualifier()), config);
  }

  /** DeleteFunctionEventInvokeConfig. */
  public static FunctionChange.EventInvokeConfigDeleted delete(
      Optional<LambdaFunction> existing, FunctionArn arn) {
    require(existing, arn);
    return new FunctionChange.EventInvokeConfigDeleted(
        arn.unqualified(), InvocationSettings.key(arn.qualifier()));
  }

  /**
   * The ARN that answers name a configuration by: that of the unqualified function ends in $LATEST.
   */
  public static FunctionArn named(FunctionArn arn) {
    return arn.withQualifier(Qualifier.parse(InvocationSettings.key(arn.qualifier())));
  }
}
