package io.pushsim.journal;

import io.pushsim.bucket.BucketRegistry;
import io.pushsim.function.FunctionRegistry;
import io.pushsim.policy.PolicyRegistry;

/** What is true: functions, policies and buckets, as the journal's outcomes made them. */
public record State(FunctionRegistry functions, PolicyRegistry policies, BucketRegistry buckets) {

  public static State empty() {
    return new State(new FunctionRegistry(), new PolicyRegistry(), new BucketRegistry());
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
