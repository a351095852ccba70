package io.pushsim.invocation;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is under way: events on their way to their targets, and invocations that run or are
 * about to. What waits for a later time is not under way. Any thread may call.
 */
public final class Activity {
  private static final int EVENT_BITS = 32;
  private static final long INVOCATION = 1;
  private static final long EVENT = 1L << EVENT_BITS;

  // Both counts in one number, so that idle is one moment's state.
  private final AtomicLong underWay = new AtomicLong();
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  /** Somebody who waits until nothing is under way. */
  public final class Waiting {
    private final Runnable task;

    private Waiting(Runnable task) {
      this.task = task;
    }

    /** Ends the wait; false where it has ended already. */
    public boolean cancel() {
      return waiting.remove(this);
    }
  }

  /** An event is accepted. */
  public void eventBegins() {
    underWay.addAndGet(EVENT);
  }

  /** An event was pushed at its targets. */
  public void eventEnds() {
    ends(EVENT);
  }

  void invocationBegins() {
    underWay.addAndGet(INVOCATION);
  }

  void invocationEnds() {
    ends(INVOCATION);
  }

  private void ends(long what) {
    if (underWay.addAndGet(-what) == 0) {
      wake();
    }
  }

  /** How many events are accepted and not yet pushed at their targets. */
  public int events() {
    return (int) (underWay.get() >>> EVENT_BITS);
  }

  /** How many invocations run or are about to. */
  public int invocations() {
    return (int) underWay.get();
  }

  /** How many wait until nothing is under way. */
  public int waiting() {
    return waiting.size();
  }

  /** Runs the task once, as soon as nothing is under way: now, or on the thread that ends it. */
  public Waiting whenIdle(Runnable task) {
    Waiting waiter = new Waiting(task);
    waiting.add(waiter);
    if (underWay.get() == 0) {
      wake(waiter);
    }
    return waiter;
  }

  private void wake() {
    for (Waiting waiter : waiting) {
      wake(waiter);
    }
  }

  private void wake(Waiting waiter) {
    if (waiter.cancel()) {
      waiter.task.run();
    }
  }
}
