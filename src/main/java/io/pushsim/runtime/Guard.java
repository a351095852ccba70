package io.pushsim.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches the turns that run: ends those that take too much real time or, where the heap runs
 * short, the one that allocated most; and abandons the thread of a turn that does not end.
 */
final class Guard implements AutoCloseable {
  private static final long TICK = 10_000_000;
  private static final long GRACE = 500_000_000;

  private final Workers workers;
  private final HeapGauge heap;
  private final Thread thread = new Thread(this::watch, "pushsim-guard");
  private final ExecutorService closers = Executors.newCachedThreadPool(daemons());
  private volatile boolean closed;
  private volatile boolean started;
  private volatile boolean asleep;

  Guard(Workers workers, double heapShare) {
    this.workers = workers;
    this.heap = new HeapGauge(heapShare);
    thread.setDaemon(true);
  }

  private static ThreadFactory daemons() {
    return task -> {
      Thread closer = new Thread(task, "pushsim-closer");
      closer.setDaemon(true);
      return closer;
    };
  }

  /** To be called when a turn is about to run. */
  void wake() {
    if (!started) {
      start();
    } else if (asleep) {
      asleep = false;
      LockSupport.unpark(thread);
    }
  }

  private synchronized void start() {
    if (!started) {
      started = true;
      thread.start();
    }
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(this, TICK);
      if (workers.running().isEmpty()) {
        sleep();
      } else {
        look();
      }
    }
  }

  /** While nothing runs, until something does; who is awake is not woken by each turn. */
  private void sleep() {
    asleep = true;
    if (!closed && workers.running().isEmpty()) {
      LockSupport.parkNanos(this, TICK * 100);
    }
    asleep = false;
  }

  private void look() {
    long now = System.nanoTime();
    for (Turn turn : workers.running()) {
      if (turn.isCut()) {
        if (turn.nanosSinceCut(now) > GRACE) {
          workers.abandon(turn);
        }
      } else if (turn.environment.hasOverrun(
          turn.nanosRunning(now), workers.processorNanos(turn))) {
        cut(turn, Ending.timedOut(turn.environment.isReplayed()));
      }
    }
    // While one is on its way out, what it holds is not free yet: no other is to blame for that.
    if (workers.running().stream().noneMatch(Turn::isCut) && heap.isShort()) {
      workers.running().stream()
          .filter(turn -> workers.allocated(turn) > heap.blameable())
          .max((a, b) -> Long.compare(workers.allocated(a), workers.allocated(b)))
          .ifPresent(turn -> cut(turn, Ending.outOfMemory()));
    }
  }

  /** Ends the turn's process; its thread has a short while to leave. */
  void cut(Turn turn, Ending ending) {
    turn.markCut(System.nanoTime());
    NodeEnvironment environment = turn.environment;
    environment
        .currentProcess()
        .ifPresent(
            process ->
                closers.execute(
                    () -> {
                      process.end(ending);
                      environment.cutOff(process, ending);
                    }));
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    closers.shutdown();
  }
}
