package io.pushsim.journal;

import io.pushsim.bucket.BucketChange;
import io.pushsim.function.FunctionChange;
import io.pushsim.policy.PolicyChange;
import io.pushsim.queue.QueueChange;

/**
 * Something that an operation has made true. Outcomes are folded into the state; nothing is decided
 * in doing so.
 */
public sealed interface Outcome {

  /** Folds it into the state. */
  void applyTo(State state);

  /** Of a function. */
  record OfFunction(FunctionChange change) implements Outcome {
    @Override
    public void applyTo(State state) {
      state.functions().apply(change);
    }
  }

  /** Of a resource policy. */
  record OfPolicy(PolicyChange change) implements Outcome {
    @Override
    public void applyTo(State state) {
      state.policies().apply(change);
    }
  }

  /** Of a bucket. */
  record OfBucket(BucketChange change) implements Outcome {
    @Override
    public void applyTo(State state) {
      state.buckets().apply(change);
    }
  }

  /** Of a queue. */
  record OfQueue(QueueChange change) implements Outcome {
    @Override
    public void applyTo(State state) {
      state.queues().apply(change);
    }
  }

  /**
   * Everything is gone: functions, policies, buckets and queues. The journal lets its former
   * entries go, events, deliveries and messages among them.
   */
  record EverythingGone() implements Outcome {
    @Override
    public void applyTo(State state) {
      state.clear();
    }
  }
}
