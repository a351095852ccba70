package io.pushsim.invocation;

import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Those that wait for their time, with one timer for all of them: called in when it has come, some
 * at a time, in the order of their times and then of their coming. Any thread may call.
 */
final class WaitingRoom<T> {
  /** So many are called in at once at the most. */
  private static final int MOST_AT_ONCE = 256;

  private final Scheduler scheduler;
  private final Consumer<List<T>> calledIn;

  // Guarded by this.
  private final PriorityQueue<Waiter<T>> waiting =
      new PriorityQueue<>(
          Comparator.<Waiter<T>, Instant>comparing(Waiter::due).thenComparingLong(Waiter::number));
  private long count;
  private @Nullable Instant nextLook;
  private Scheduler.@Nullable Scheduled timer;

  private record Waiter<T>(Instant due, long number, T what) {}

  /**
   * @param calledIn gets those whose time has come; must not block
   */
  WaitingRoom(Scheduler scheduler, Consumer<List<T>> calledIn) {
    this.scheduler = scheduler;
    this.calledIn = calledIn;
  }

  /** Waits for a time; one in the past has come. */
  synchronized void add(Instant due, T what) {
    count++;
    waiting.add(new Waiter<>(due, count, what));
    lookAtNext();
  }

  /** How many wait. */
  synchronized int size() {
    return waiting.size();
  }

  /** Has the timer fire when the first one's time comes. */
  private void lookAtNext() {
    Waiter<T> first = waiting.peek();
    if (first == null || (nextLook != null && !first.due().isBefore(nextLook))) {
      return;
    }
    if (timer != null) {
      timer.cancel();
    }
    nextLook = first.due();
    timer = scheduler.at(first.due(), this::look);
  }

  private void look() {
    List<T> called = new ArrayList<>();
    synchronized (this) {
      nextLook = null;
      timer = null;
      Instant now = scheduler.instant();
      while (called.size() < MOST_AT_ONCE
          && !waiting.isEmpty()
          && !waiting.element().due().isAfter(now)) {
        called.add(waiting.remove().what());
      }
      lookAtNext();
    }
    if (!called.isEmpty()) {
      calledIn.accept(called);
    }
  }
}
