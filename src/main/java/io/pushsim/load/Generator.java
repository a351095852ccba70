package io.pushsim.load;

import io.pushsim.load.measurement.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends each push at its time, whatever has come of those before: an open loop. What is late is
 * sent at once, and counts from when it was meant to be sent.
 */
final class Generator {
  /** Nearer than this, a thread that sleeps would wake up too late. */
  private static final long TOO_SHORT_TO_SLEEP = 20_000;

  private final LoadPlan plan;
  private final LoadTarget target;
  private final Measurements measurements;
  private final long start;
  private final CountDownLatch running;
  private final AtomicReference<Optional<RuntimeException>> failure =
      new AtomicReference<>(Optional.empty());
  private volatile boolean stopped;

  /**
   * @param start when the warm-up begins, as {@link System#nanoTime} counts
   */
  Generator(LoadPlan plan, LoadTarget target, Measurements measurements, long start) {
    this.plan = plan;
    this.target = target;
    this.measurements = measurements;
    this.start = start;
    running = new CountDownLatch(target.senders());
  }

  void start() {
    List<Thread> threads = new ArrayList<>();
    for (int sender = 0; sender < target.senders(); sender++) {
      Schedule.Sender one = new Schedule.Sender(sender, target.senders(), start, plan.seed());
      threads.add(new Thread(() -> run(one), "pushsim-load-" + sender));
    }
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run(Schedule.Sender sender) {
    try {
      send(plan.schedule().shots(sender));
    } catch (RuntimeException e) {
      stopped = true;
      failure.compareAndSet(Optional.empty(), Optional.of(e));
    } finally {
      running.countDown();
    }
  }

  private void send(Schedule.Shots shots) {
    Optional<Shot> next = shots.next();
    while (next.isPresent() && !stopped) {
      Shot shot = next.get();
      if (waitUntil(shot.due())) {
        measurements.sent(shot, System.nanoTime());
        target.send(shot);
        next = shots.next();
      }
    }
  }

  /** Whether it has come so far; false where the load was stopped meanwhile. */
  private boolean waitUntil(long due) {
    long left = due - System.nanoTime();
    while (left > 0 && !stopped) {
      if (left > TOO_SHORT_TO_SLEEP) {
        LockSupport.parkNanos(Math.min(left - TOO_SHORT_TO_SLEEP / 2, 100_000_000));
      } else {
        Thread.onSpinWait();
      }
      left = due - System.nanoTime();
    }
    return !stopped;
  }

  /** Sends nothing more. */
  void stop() {
    stopped = true;
  }

  /**
   * Waits for so long at the most until everything is sent.
   *
   * @return whether it is
   * @throws RuntimeException with which a sender failed
   */
  boolean await(long milliseconds) throws InterruptedException {
    boolean done = running.await(milliseconds, TimeUnit.MILLISECONDS);
    if (failure.get().isPresent()) {
      throw failure.get().get();
    }
    return done;
  }
}
