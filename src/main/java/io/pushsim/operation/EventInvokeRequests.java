package io.pushsim.operation;

import io.pushsim.operation.Parameters.NamespacedFunctionName;
import io.pushsim.operation.Parameters.QualifierText;
import io.pushsim.operation.Parameters.SmallPageSize;
import io.pushsim.operation.shape.Constraint;
import java.util.Optional;

/** The requests about configurations of asynchronous invocation. */
final class EventInvokeRequests {
  private EventInvokeRequests() {}

  /** PutFunctionEventInvokeConfig and UpdateFunctionEventInvokeConfig. */
  record Configure(
      @NamespacedFunctionName String functionName,
      @QualifierText Optional<String> qualifier,
      @Constraint(min = 0, max = Limits.MAX_RETRIES) Optional<Integer> maximumRetryAttempts,
      @Constraint(min = Limits.MIN_EVENT_AGE, max = Limits.MAX_EVENT_AGE)
          Optional<Integer> maximumEventAgeInSeconds,
      Optional<DestinationConfig> destinationConfig) {
    boolean isEmpty() {
      return maximumRetryAttempts.isEmpty()
          && maximumEventAgeInSeconds.isEmpty()
          && destinationConfig.isEmpty();
    }
  }

  /** Where records of invocations go. */
  record DestinationConfig(Optional<Destination> onSuccess, Optional<Destination> onFailure) {
    static final DestinationConfig NONE = new DestinationConfig(Optional.empty(), Optional.empty());
  }

  /** One place; an empty text is none. */
  record Destination(
      @Constraint(maxLength = Limits.DESTINATION_LENGTH, pattern = Limits.DESTINATION)
          Optional<String> destination) {
    Optional<String> arn() {
      return destination.filter(text -> !text.isEmpty());
    }
  }

  /** GetFunctionEventInvokeConfig and DeleteFunctionEventInvokeConfig. */
  record Named(
      @NamespacedFunctionName String functionName, @QualifierText Optional<String> qualifier) {}

  /** ListFunctionEventInvokeConfigs. */
  record ListAll(
      @NamespacedFunctionName String functionName,
      Optional<String> marker,
      @SmallPageSize Optional<Integer> maxItems) {}
}
