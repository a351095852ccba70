package io.pushsim.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A machine whose clocks and timers go on when told to, and whose system's clock can be set. */
final class SteppedMachine implements InstantSource, TaskLoop {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Queue<Runnable> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at));
  private Instant system = START;
  private long nanos = -5_000_000_000L;

  private record Timer(long at, Runnable task) {}

  @Override
  public Instant instant() {
    return system;
  }

  long nanos() {
    return nanos;
  }

  int timers() {
    return timers.size();
  }

  /** Somebody sets the system's clock. */
  void setClock(Instant time) {
    system = time;
  }

  LiveClock clock(TimeScale scale, Instant floor) {
    return new LiveClock(this, this::nanos, scale, floor);
  }

  /** Lets time pass, timer by timer, and runs what becomes ready. */
  void pass(Duration duration) {
    long end = nanos + duration.toNanos();
    runReady();
    while (!timers.isEmpty() && timers.element().at() <= end) {
      Timer next = timers.remove();
      passTo(Math.max(nanos, next.at()));
      next.task().run();
      runReady();
    }
    passTo(end);
  }

  private void passTo(long to) {
    system = system.plusNanos(to - nanos);
    nanos = to;
  }

  private void runReady() {
    while (!ready.isEmpty()) {
      ready.remove().run();
    }
  }

  @Override
  public void run(Runnable task) {
    ready.add(task);
  }

  @Override
  public Scheduler.Scheduled runAfter(long milliseconds, Runnable task) {
    if (milliseconds < 1) {
      throw new IllegalArgumentException("a timer of " + milliseconds + " ms");
    }
    Timer timer = new Timer(nanos + Duration.ofMillis(milliseconds).toNanos(), task);
    timers.add(timer);
    return () -> timers.remove(timer);
  }
}
