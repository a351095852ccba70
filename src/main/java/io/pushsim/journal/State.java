package io.pushsim.journal;

import io.pushsim.bucket.BucketRegistry;
import io.pushsim.function.FunctionRegistry;
import io.pushsim.policy.PolicyRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is true: functions, policies and buckets, as the journal's outcomes made them.
 *
 * @param eras how often everything went
 */
public record State(
    FunctionRegistry functions,
    PolicyRegistry policies,
    BucketRegistry buckets,
    AtomicInteger eras) {

  public static State empty() {
    return new State(
        new FunctionRegistry(), new PolicyRegistry(), new BucketRegistry(), new AtomicInteger());
  }

  /** Another number since everything went: what began before belongs to a world that is gone. */
  public int era() {
    return eras.get();
  }

  void clear() {
    eras.incrementAndGet();
    buckets.clear();
    functions.clear();
    policies.clear();
  }

  /** The state that a journal tells of. */
  public static State of(Journal journal) {
    State state = empty();
    journal.read(
        entry -> {
          if (entry instanceof Entry.OperationDone done) {
            done.outcomes().forEach(outcome -> outcome.applyTo(state));
          }
        });
    return state;
  }
}
