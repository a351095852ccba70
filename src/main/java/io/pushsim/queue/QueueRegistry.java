package io.pushsim.queue;

import io.pushsim.arn.Scope;
import io.pushsim.queue.QueueChange.QueueCreated;
import io.pushsim.queue.QueueChange.QueuePurged;
import io.pushsim.queue.QueueChange.QueueReplaced;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All queues of all accounts, by their ARNs. {@link #apply} replaces one queue's immutable value
 * and never asks whether it may.
 */
public final class QueueRegistry {
  private final Map<String, Queue> queues = new ConcurrentHashMap<>();

  public Optional<Queue> find(String arn) {
    return Optional.ofNullable(queues.get(arn));
  }

  /**
   * The queue of this ARN.
   *
   * @throws io.pushsim.error.SimulatorException QueueDoesNotExist
   */
  public Queue require(String arn) {
    return find(arn).orElseThrow(QueueErrors::queueDoesNotExist);
  }

  /** An account's queues in a region, in the order of their names. */
  public List<Queue> ownedBy(Scope owner) {
    return queues.values().stream()
        .filter(queue -> queue.name().owner().equals(owner))
        .sorted(Comparator.comparing(Queue::arn))
        .toList();
  }

  /** The queues whose dead-letter queue this one is, in the order of their ARNs. */
  public List<Queue> sourcesOf(String deadLetterTargetArn) {
    return queues.values().stream()
        .filter(queue -> isSourceOf(deadLetterTargetArn, queue))
        .sorted(Comparator.comparing(Queue::arn))
        .toList();
  }

  private static boolean isSourceOf(String deadLetterTargetArn, Queue queue) {
    return queue
        .attributes()
        .redrivePolicy()
        .filter(policy -> policy.deadLetterTargetArn().equals(deadLetterTargetArn))
        .isPresent();
  }

  /**
   * Makes a change true.
   *
   * @throws IllegalStateException where it is about a queue that is not there: changes are applied
   *     in the order in which they were decided
   */
  public void apply(QueueChange change) {
    if (change instanceof QueueCreated created) {
      queues.put(created.queueArn(), created.queue());
    } else if (change instanceof QueueReplaced replaced) {
      queues.put(replaced.queueArn(), replaced.queue());
    } else if (change instanceof QueuePurged purged) {
      queues.put(purged.queueArn(), present(purged).purgedAt(purged.time()));
    } else {
      queues.remove(present(change).arn());
    }
  }

  private Queue present(QueueChange change) {
    return find(change.queueArn())
        .orElseThrow(() -> new IllegalStateException("no queue is there for " + change));
  }

  /** Changes that make an empty registry what this one is. */
  public List<QueueChange> snapshot() {
    return queues.values().stream().<QueueChange>map(QueueReplaced::new).toList();
  }

  /** Lets all queues go. */
  public void clear() {
    queues.clear();
  }
}
