package io.pushsim.journal;

import io.pushsim.bucket.BucketRegistry;
import io.pushsim.function.FunctionRegistry;
import io.pushsim.policy.PolicyRegistry;
import io.pushsim.queue.QueueRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is true: functions, policies, buckets and queues, as the journal's outcomes made them.
 *
 * @param eras how often everything went
 */
public record State(
    FunctionRegistry functions,
    PolicyRegistry policies,
    BucketRegistry buckets,
    QueueRegistry queues,
    AtomicInteger eras) {

  public static State empty() {
    return new State(
        new FunctionRegistry(),
        new PolicyRegistry(),
        new BucketRegistry(),
        new QueueRegistry(),
        new AtomicInteger());
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
    queues.clear();
  }

  /** The state that a journal tells of. */
  public static State of(Journal journal) {
    State state = empty();
    journal.readState(entry -> entry.outcomes().forEach(outcome -> outcome.applyTo(state)));
    return state;
  }

  /** Outcomes that fold an empty state to this one. */
  public List<Outcome> snapshot() {
    List<Outcome> outcomes = new ArrayList<>();
    functions.snapshot().forEach(change -> outcomes.add(new Outcome.OfFunction(change)));
    policies.snapshot().forEach(change -> outcomes.add(new Outcome.OfPolicy(change)));
    buckets.snapshot().forEach(change -> outcomes.add(new Outcome.OfBucket(change)));
    queues.snapshot().forEach(change -> outcomes.add(new Outcome.OfQueue(change)));
    return outcomes;
  }
}
