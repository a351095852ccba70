package io.pushsim.invocation;

import io.pushsim.error.SimulatorException;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Those that wait for their time, with one timer for all of them: called in when it has come and
 * there is room, some at a time, in the order of their times and then of their coming. Any thread
 * may call.
 */
public final class WaitingRoom<T> {
  /** So many are called in at once at the most. */
  static final int MOST_AT_ONCE = 256;

  private static final Duration BEFORE_READING_AGAIN = Duration.ofSeconds(1);

  private final Scheduler scheduler;
  private final Pace pace;
  private final Consumer<List<T>> calledIn;

  // Guarded by this.
  private final PriorityQueue<Waiter<T>> waiting =
      new PriorityQueue<>(
          Comparator.<Waiter<T>, Instant>comparing(Waiter::due).thenComparingLong(Waiter::number));
  private long count;
  private boolean entering;
  private boolean barred;
  private @Nullable Instant nextLook;
  private Scheduler.@Nullable Scheduled timer;

  private record Waiter<T>(Instant due, long number, T what) {}

  /**
   * @param pace says whether there is room
   * @param calledIn gets those whose time has come, and {@linkplain #letIn lets them in}; must not
   *     block
   */
  public WaitingRoom(Scheduler scheduler, Pace pace, Consumer<List<T>> calledIn) {
    this.scheduler = scheduler;
    this.pace = pace;
    this.calledIn = calledIn;
    pace.whenThereIsRoom(this::roomAgain);
  }

  /** Waits for a time; one in the past has come. */
  public synchronized void add(Instant due, T what) {
    count++;
    waiting.add(new Waiter<>(due, count, what));
    lookAtNext();
  }

  /** How many wait. */
  public synchronized int size() {
    return waiting.size();
  }

  /** Whether some wait although their time has come. */
  public synchronized boolean isBehind() {
    return entering || barred;
  }

  /**
   * Has those that were called in read again and taken in; others may follow then. Where the
   * journal cannot be read now, they wait a little longer.
   *
   * @param background where that is done: not an event loop
   * @param takesIn reads them; throws SimulatorException where they cannot be read
   * @param waitsOn what waits in the place of one that could not be read
   */
  public void letIn(
      List<T> called, Executor background, Consumer<List<T>> takesIn, UnaryOperator<T> waitsOn) {
    background.execute(
        () -> {
          try {
            takesIn.accept(called);
          } catch (SimulatorException unreadable) {
            Instant later = scheduler.instant().plus(BEFORE_READING_AGAIN);
            called.forEach(each -> add(later, waitsOn.apply(each)));
            throw unreadable;
          } finally {
            entered();
          }
        });
  }

  /** Those that were called in are in: others may follow. */
  synchronized void entered() {
    entering = false;
    lookAtNext();
  }

  private synchronized void roomAgain() {
    barred = false;
    lookAtNext();
  }

  /** Has the timer fire when the first one's time comes. */
  private void lookAtNext() {
    Waiter<T> first = waiting.peek();
    if (first == null || isBehind() || (nextLook != null && !first.due().isBefore(nextLook))) {
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
      boolean isTime = !waiting.isEmpty() && !waiting.element().due().isAfter(now);
      if (isTime && pace.room() < MOST_AT_ONCE) {
        barred = true;
        return;
      }
      while (called.size() < MOST_AT_ONCE
          && !waiting.isEmpty()
          && !waiting.element().due().isAfter(now)) {
        called.add(waiting.remove().what());
      }
      entering = !called.isEmpty();
      lookAtNext();
    }
    if (!called.isEmpty()) {
      calledIn.accept(called);
    }
  }
}
