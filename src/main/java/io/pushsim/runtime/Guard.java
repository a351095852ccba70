package io.pushsim.runtime;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Watches the turns that run: ends those that take too much real time or, where the heap runs short
 * and environments that rest are not why, the one that allocated most; and abandons the thread of a
 * turn that does not end.
 */
final class Guard implements AutoCloseable {
  private static final long TICK = 10_000_000;
  private static final long SHORT_TICK = 1_000_000;
  private static final long GRACE = 500_000_000;
  private static final int CLOSERS = 2;

  private final Workers workers;
  private final Environments environments;
  private final HeapGauge heap;
  private final Thread thread = new Thread(this::watch, "pushsim-guard");
  private final ThreadPoolExecutor closers =
      new ThreadPoolExecutor(
          CLOSERS, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), Guard::closer);
  private volatile boolean closed;
  private volatile boolean started;
  private volatile boolean asleep;

  // Written by the guard's thread only.
  private volatile long begun;
  private volatile long finished;
  private boolean outOfMemory;
  private long tick = TICK;

  Guard(Workers workers, Environments environments, double heapShare) {
    this.workers = workers;
    this.environments = environments;
    this.heap = new HeapGauge(heapShare);
    thread.setDaemon(true);
  }

  private static Thread closer(Runnable task) {
    Thread closer = new Thread(task, "pushsim-closer");
    closer.setDaemon(true);
    return closer;
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
      // Where they are needed, there may be no memory to start them with.
      closers.prestartAllCoreThreads();
    }
  }

  private void watch() {
    while (!closed) {
      try {
        LockSupport.parkNanos(this, tick);
        if (workers.running().isEmpty()) {
          sleep();
        } else {
          look();
          workers.reinforce();
        }
      } catch (OutOfMemoryError e) {
        // Whoever takes the memory can only be ended by going on.
        outOfMemory = true;
        tick = SHORT_TICK;
      } catch (RuntimeException e) {
        // What a report is handed to failed, which ends that invocation only.
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
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
    long look = begun + 1;
    begun = look;
    boolean certain = outOfMemory;
    outOfMemory = false;
    long now = System.nanoTime();
    boolean leaving = false;
    Turn largest = null;
    long most = 0;
    for (Turn turn : workers.running()) {
      leaving |= isLeaving(turn, now);
      long allocated = allocated(turn);
      if (allocated > most) {
        most = allocated;
        largest = turn;
      }
    }
    tick = most > heap.blameable() / 4 ? SHORT_TICK : TICK;
    // While one is on its way out, what it holds is not free yet: no other is to blame for that.
    if (largest != null && most > heap.blameable() && !leaving && (certain || isShort())) {
      cut(largest, Ending.outOfMemory());
      leaving = true;
    } else if (most > heap.blameable() / 2 && heap.isFilling()) {
      brakeLarge();
    }
    if (!leaving) {
      finished = look;
      release();
    }
  }

  // What is lacking may be held by who has answered long ago: in variables, or in /tmp.
  private boolean isShort() {
    return heap.isShort() && !(environments.empty(heap.blameable() / 2) && !heap.isStillShort());
  }

  private void brakeLarge() {
    for (Turn turn : workers.running()) {
      if (allocated(turn) > heap.blameable() / 2) {
        brake(turn);
      }
    }
  }

  /** Whether the turn's invocation has allocated so much that it can have filled the heap. */
  boolean blames(Turn turn) {
    return allocated(turn) > heap.blameable();
  }

  private long allocated(Turn turn) {
    return turn.environment.bytesUsed() + workers.allocated(turn);
  }

  private boolean isLeaving(Turn turn, long now) {
    if (turn.isCut()) {
      return turn.nanosSinceCut(now) <= GRACE || !workers.abandon(turn);
    }
    if (turn.environment.hasOverrun(turn.nanosRunning(now), workers.processorNanos(turn))) {
      cut(turn, Ending.timedOut(turn.environment.isReplayed()));
      return true;
    }
    return false;
  }

  private void brake(Turn turn) {
    @Nullable NodeProcess process = turn.environment.currentProcess().orElse(null);
    if (process != null && !turn.hasBrake()) {
      turn.setBrake(process.atSafepoints(new Brake(turn, this, heap)));
    }
  }

  private void release() {
    for (Turn turn : workers.running()) {
      if (turn.hasBrake()) {
        LockSupport.unpark(turn.thread());
      }
    }
  }

  /** Has the turn's own thread wait until the guard has looked once more, or cut the turn. */
  void hold(Turn turn) {
    long next = begun + 1;
    LockSupport.unpark(thread);
    while (finished < next && !turn.isCut() && !closed) {
      LockSupport.parkNanos(this, TICK);
    }
  }

  /** Ends the turn's process; its thread has a short while to leave. */
  void cut(Turn turn, Ending ending) {
    NodeEnvironment environment = turn.environment;
    environment
        .currentProcess()
        .ifPresent(process -> closers.execute(() -> end(process, environment, ending)));
    turn.markCut(ending.kind(), System.nanoTime());
  }

  private void end(NodeProcess process, NodeEnvironment environment, Ending ending) {
    while (!closed) {
      try {
        process.end(ending);
        environment.cutOff(process, ending);
        return;
      } catch (OutOfMemoryError e) {
        // There will be memory as soon as this has been done.
        LockSupport.parkNanos(this, SHORT_TICK);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    closers.shutdown();
  }
}
