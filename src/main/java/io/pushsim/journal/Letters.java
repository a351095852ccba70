package io.pushsim.journal;

import io.pushsim.queue.Letter;
import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueName;
import java.time.Instant;
import java.util.Optional;

/**
 * How other rooms send to queues, topics and event buses: the entry that they get is to be appended
 * together with what it tells of, and nothing more is to be done.
 */
public final class Letters {
  private Letters() {}

  /** Whether something can be sent to this ARN: a queue must be there, all else need not. */
  public static boolean canReach(State state, String targetArn) {
    return !QueueName.isOfSqs(targetArn) || state.queues().find(targetArn).isPresent();
  }

  /** The entry by which a letter is sent now; empty where its queue is not there. */
  public static Optional<Entry.MessageSent> send(
      State state, String targetArn, Letter letter, Instant now) {
    if (!canReach(state, targetArn)) {
      return Optional.empty();
    }
    int delay =
        state.queues().find(targetArn).map(Queue::attributes).map(a -> a.delaySeconds()).orElse(0);
    return Optional.of(new Entry.MessageSent(now, targetArn, letter.sent(now, delay)));
  }
}
