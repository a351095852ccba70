package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.EventInvokeConfig;
import io.pushsim.function.EventInvokeRules;
import io.pushsim.function.LambdaFunction;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.EventInvokeRequests.Destination;
import io.pushsim.operation.EventInvokeRequests.DestinationConfig;
import io.pushsim.operation.StateOperation.Decided;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The operations on configurations of asynchronous invocation. */
final class EventInvokeOperations {
  private static final int MILLISECOND_DIGITS = 3;

  private EventInvokeOperations() {}

  /**
   * A configuration as AWS answers it.
   *
   * @param lastModified seconds since 1970
   */
  record Response(
      BigDecimal lastModified,
      String functionArn,
      Optional<Integer> maximumRetryAttempts,
      Optional<Integer> maximumEventAgeInSeconds,
      Destinations destinationConfig) {

    private static Response of(FunctionArn arn, EventInvokeConfig config) {
      return new Response(
          BigDecimal.valueOf(config.lastModified().toEpochMilli(), MILLISECOND_DIGITS),
          EventInvokeRules.named(arn).toString(),
          config.maximumRetryAttempts(),
          config.maximumEventAgeInSeconds(),
          new Destinations(
              new Destination(config.onSuccess()), new Destination(config.onFailure())));
    }
  }

  /** The destinations of an answer: both are there, and may name nothing. */
  record Destinations(Destination onSuccess, Destination onFailure) {}

  /** ListFunctionEventInvokeConfigs. */
  record Listed(List<Response> functionEventInvokeConfigs, Optional<String> nextMarker) {}

  /** What is not given is none. */
  static Decided put(EventInvokeRequests.Configure request, Call call) {
    FunctionArn arn = configured(request, call);
    DestinationConfig destinations = destinations(request, arn, call);
    return decided(
        arn,
        new EventInvokeConfig(
            request.maximumRetryAttempts(),
            request.maximumEventAgeInSeconds(),
            destinations.onSuccess().flatMap(Destination::arn),
            destinations.onFailure().flatMap(Destination::arn),
            call.now()));
  }

  /** What is not given stays. */
  static Decided update(EventInvokeRequests.Configure request, Call call) {
    FunctionArn arn = configured(request, call);
    EventInvokeConfig current = EventInvokeRules.require(call.function(arn), arn);
    DestinationConfig destinations = destinations(request, arn, call);
    return decided(
        arn,
        new EventInvokeConfig(
            request.maximumRetryAttempts().or(current::maximumRetryAttempts),
            request.maximumEventAgeInSeconds().or(current::maximumEventAgeInSeconds),
            updated(destinations.onSuccess(), current.onSuccess()),
            updated(destinations.onFailure(), current.onFailure()),
            call.now()));
  }

  private static Optional<String> updated(Optional<Destination> given, Optional<String> current) {
    return given.isPresent() ? given.get().arn() : current;
  }

  /** Lambda looks for something to configure before it looks for the function (recorded). */
  private static FunctionArn configured(EventInvokeRequests.Configure request, Call call) {
    if (request.isEmpty()) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "You must specify at least one of error handling or destination setting.");
    }
    FunctionArn arn = call.arn(request.functionName(), request.qualifier());
    EventInvokeRules.requireFunction(call.function(arn), arn);
    return arn;
  }

  private static DestinationConfig destinations(
      EventInvokeRequests.Configure request, FunctionArn arn, Call call) {
    DestinationConfig config = request.destinationConfig().orElse(DestinationConfig.NONE);
    DestinationRules.check(arn, config, call.state());
    return config;
  }

  private static Decided decided(FunctionArn arn, EventInvokeConfig config) {
    return Decided.answer(
        Response.of(arn, config), new Outcome.OfFunction(EventInvokeRules.put(arn, config)));
  }

  static Decided get(EventInvokeRequests.Named request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), request.qualifier());
    return Decided.answer(Response.of(arn, EventInvokeRules.require(call.function(arn), arn)));
  }

  static Decided delete(EventInvokeRequests.Named request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), request.qualifier());
    return Decided.done(
        List.of(new Outcome.OfFunction(EventInvokeRules.delete(call.function(arn), arn))));
  }

  static Decided list(EventInvokeRequests.ListAll request, Call call) {
    FunctionArn arn = call.arn(request.functionName()).unqualified();
    LambdaFunction function = EventInvokeRules.requireFunction(call.function(arn), arn);
    List<Response> all =
        function.settings().eventInvoke().entrySet().stream()
            .map(
                entry ->
                    Response.of(
                        arn.withQualifier(Qualifier.parse(entry.getKey())), entry.getValue()))
            .toList();
    Page<Response> page = Page.of(all, request.marker(), request.maxItems());
    return Decided.answer(new Listed(page.items(), page.nextMarker()));
  }
}
