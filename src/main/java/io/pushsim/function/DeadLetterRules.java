package io.pushsim.function;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Map;
import java.util.Optional;

/**
 * Lambda's rules for a function's dead-letter queue: a standard SQS queue or a standard SNS topic
 * of the function's Region (developer guide, Adding a dead-letter queue). Whether it is there,
 * Lambda does not ask: it tries the execution role's permission, and pushsim simulates no roles.
 */
public final class DeadLetterRules {
  private static final Map<String, String> KINDS = Map.of("sqs", "SQS queue", "sns", "SNS topic");

  private DeadLetterRules() {}

  /**
   * What a DeadLetterConfig's TargetArn comes to.
   *
   * @param given empty text takes the queue away, absence keeps it
   * @throws SimulatorException InvalidParameterValueException
   */
  public static Optional<String> target(
      FunctionArn function, Optional<String> given, Optional<String> current) {
    if (given.isEmpty()) {
      return current;
    }
    Optional<String> target = given.filter(text -> !text.isEmpty());
    target.ifPresent(text -> check(function, text));
    return target;
  }

  private static void check(FunctionArn function, String target) {
    Arn arn = Arn.parse(target).orElseThrow(() -> invalid(target));
    String kind = KINDS.get(arn.service());
    if (kind == null) {
      throw invalid(
          "The service specified by the TargetArn is not supported for dead letter configuration.");
    }
    if (!arn.region().equals(function.region())) {
      throw invalid(
          "The resource specified by the TargetArn must be in the same region as the Lambda function it's associated with.");
    }
    if (arn.resource().endsWith(".fifo")) {
      throw invalid("FIFO %s is not supported for dead letter configuration".formatted(kind));
    }
  }

  private static SimulatorException invalid(String why) {
    return new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE, "Invalid dead letter queue ARN: " + why);
  }
}
