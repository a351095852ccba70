package io.pushsim.eventsource;

import java.time.Duration;

/**
 * What goes wrong with notifications on their way to Lambda, and how often: S3 delivers them at
 * least once, in no order, usually within seconds (S3 user guide, "Amazon S3 Event Notifications").
 * Shares are from 0 to 1.
 *
 * @param duplicate the share that is pushed more than once
 * @param copies how many times more these are pushed
 * @param delay how late all are pushed
 * @param reorder the share that is pushed after a later one of the same bucket
 * @param reorderWithin how long these are held back at the most, where no later one comes
 * @param drop the share that is never pushed
 */
public record PushFaults(
    double duplicate,
    int copies,
    DelayRange delay,
    double reorder,
    Duration reorderWithin,
    double drop) {
  /** How long a notification waits for a later one, unless something else is said. */
  public static final Duration USUAL_WAIT = Duration.ofSeconds(5);

  /** All goes well. */
  public static final PushFaults NONE = new PushFaults(0, 1, DelayRange.NONE, 0, USUAL_WAIT, 0);

  public PushFaults withDuplicates(double share, int times) {
    return new PushFaults(share, times, delay, reorder, reorderWithin, drop);
  }

  public PushFaults withDelay(DelayRange range) {
    return new PushFaults(duplicate, copies, range, reorder, reorderWithin, drop);
  }

  public PushFaults withReorder(double share, Duration within) {
    return new PushFaults(duplicate, copies, delay, share, within, drop);
  }

  public PushFaults withDrop(double share) {
    return new PushFaults(duplicate, copies, delay, reorder, reorderWithin, share);
  }
}
