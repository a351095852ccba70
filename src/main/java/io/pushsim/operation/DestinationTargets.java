package io.pushsim.operation;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.journal.State;

/** Whether what a destination's ARN names is there. */
final class DestinationTargets {
  private final State state;

  DestinationTargets(State state) {
    this.state = state;
  }

  /** The function is there, and the version or alias that the ARN may name. */
  boolean hasFunction(FunctionArn function) {
    return state
        .functions()
        .find(function)
        .flatMap(found -> found.described(function.qualifier()))
        .isPresent();
  }

  boolean hasBucket(Arn bucket) {
    return state.buckets().find(bucket.resource()).isPresent();
  }

  boolean hasQueue(Arn queue) {
    return state.queues().find(queue.toString()).isPresent();
  }
}
