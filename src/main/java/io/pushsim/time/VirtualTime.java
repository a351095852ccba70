package io.pushsim.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that passes only when told to: a queue of tasks in the order (due time, sequence) that one
 * thread works off. Not safe for use by several threads at once.
 */
public final class VirtualTime implements Scheduler {
  private final PriorityQueue<Task> queue =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::sequence));
  private Instant now;
  private long sequence;

  public VirtualTime(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass without running what becomes due, as work in a handler does. */
  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Scheduled at(Instant due, Runnable task) {
    Task entry = new Task(due, sequence++, task);
    queue.add(entry);
    return () -> queue.remove(entry);
  }

  /** Runs everything that is due now, and what that makes due. */
  public void runDue() {
    while (!queue.isEmpty() && !queue.element().due().isAfter(now)) {
      queue.remove().task().run();
    }
  }

  /**
   * Moves on to the next task's time and runs that task.
   *
   * @return false where no task waits
   */
  public boolean runNext() {
    Task next = queue.poll();
    if (next == null) {
      return false;
    }
    if (next.due().isAfter(now)) {
      now = next.due();
    }
    next.task().run();
    return true;
  }

  /** Runs everything that becomes due within the duration, then stands at its end. */
  public void advance(Duration duration) {
    Instant end = now.plus(duration);
    while (!queue.isEmpty() && !queue.element().due().isAfter(end)) {
      runNext();
    }
    if (now.isBefore(end)) {
      now = end;
    }
  }

  private record Task(Instant due, long sequence, Runnable task) {}
}
