package io.pushsim.queue;

/**
 * How many messages a queue has.
 *
 * @param visible that can be received
 * @param notVisible that were received and are neither deleted nor visible again
 * @param delayed that cannot be received yet
 */
public record MessageCounts(int visible, int notVisible, int delayed) {
  /** Of a queue without messages. */
  static final MessageCounts NONE = new MessageCounts(0, 0, 0);
}
