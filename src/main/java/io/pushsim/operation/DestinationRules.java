package io.pushsim.operation;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.State;
import io.pushsim.operation.EventInvokeRequests.Destination;
import io.pushsim.operation.EventInvokeRequests.DestinationConfig;
import java.util.Optional;

/**
 * What Lambda takes as a destination of asynchronous invocations: a function, a queue, a topic, an
 * event bus, and a bucket for what failed (developer guide, Capturing records of asynchronous
 * invocations; recorded: test_lambda_eventinvokeconfig_exceptions).
 */
final class DestinationRules {
  private static final String FIFO = ".fifo";

  private final FunctionArn function;
  private final DestinationConfig config;
  private final State state;

  private DestinationRules(FunctionArn function, DestinationConfig config, State state) {
    this.function = function;
    this.config = config;
    this.state = state;
  }

  /**
   * Refuses what cannot be the function's destination.
   *
   * @throws SimulatorException InvalidParameterValueException
   */
  static void check(FunctionArn function, DestinationConfig config, State state) {
    DestinationRules rules = new DestinationRules(function, config, state);
    config.onSuccess().flatMap(Destination::arn).ifPresent(arn -> rules.check(arn, false));
    config.onFailure().flatMap(Destination::arn).ifPresent(arn -> rules.check(arn, true));
  }

  private void check(String destination, boolean ofFailure) {
    Arn arn = Arn.parse(destination).orElseThrow(this::unsupported);
    switch (arn.service()) {
      case "lambda" -> checkFunction(destination);
      case "sqs" ->
          checkThere(destination, !isFifo(arn) && state.queues().find(destination).isPresent());
      case "sns" -> checkTopic(arn);
      case "events" -> checkThere(destination, arn.resource().startsWith("event-bus/"));
      case "s3" -> {
        // Recorded for another service; for S3 seen in aws/aws-cdk#37115.
        if (!ofFailure) {
          throw unsupported();
        }
        checkThere(destination, state.buckets().find(arn.resource()).isPresent());
      }
      default -> throw unsupported();
    }
  }

  private void checkFunction(String destination) {
    Optional<FunctionArn> target = FunctionArn.parse(destination);
    checkThere(destination, target.filter(state.functions()::has).isPresent());
    if (target.orElseThrow().unqualified().equals(function.unqualified())) {
      throw invalid("You can't specify the function as a destination for itself.");
    }
  }

  private static void checkTopic(Arn topic) {
    if (isFifo(topic)) {
      throw invalid("FIFO-type Amazon SNS topics aren't supported as a destination.");
    }
    checkThere(topic.toString(), !topic.resource().isEmpty());
  }

  private static boolean isFifo(Arn arn) {
    return arn.resource().endsWith(FIFO);
  }

  private static void checkThere(String destination, boolean there) {
    if (!there) {
      throw invalid("The destination ARN %s is invalid.".formatted(destination));
    }
  }

  private SimulatorException unsupported() {
    return invalid(
        "The provided destination config DestinationConfig(onSuccess=%s, onFailure=%s) is invalid."
            .formatted(
                shown("OnSuccess", config.onSuccess()), shown("OnFailure", config.onFailure())));
  }

  private static String shown(String name, Optional<Destination> destination) {
    return destination
        .map(given -> "%s(destination=%s)".formatted(name, given.destination().orElse("null")))
        .orElse("null");
  }

  private static SimulatorException invalid(String message) {
    return new SimulatorException(ErrorCode.INVALID_PARAMETER_VALUE, message);
  }
}
