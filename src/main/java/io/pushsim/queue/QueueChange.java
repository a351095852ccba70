package io.pushsim.queue;

import java.time.Instant;

/** What has become true of a queue. */
public sealed interface QueueChange {

  String queueArn();

  /** A queue is there, without a message; what was sent to one of its name before is not in it. */
  record QueueCreated(Queue queue) implements QueueChange {
    @Override
    public String queueArn() {
      return queue.arn();
    }
  }

  /** A queue is this from here on. */
  record QueueReplaced(Queue queue) implements QueueChange {
    @Override
    public String queueArn() {
      return queue.arn();
    }
  }

  /** A queue has lost all its messages. */
  record QueuePurged(String queueArn, Instant time) implements QueueChange {}

  /** A queue is gone, and its messages with it. */
  record QueueDeleted(String queueArn) implements QueueChange {}
}
