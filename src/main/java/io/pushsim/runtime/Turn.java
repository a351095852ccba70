package io.pushsim.runtime;

import com.sun.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of JavaScript on a worker thread: from the moment an environment has something to run
 * until nothing more can run now. It ends once: by itself, or abandoned by the guard.
 */
final class Turn {
  private final Runnable body;
  private final Consumer<Boolean> settled;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean abandoned;
  private volatile @Nullable Thread thread;
  private volatile long startedAt;
  private volatile long allocatedBefore;
  private volatile long processorBefore;
  private volatile Ending.@Nullable Kind cutFor;
  private volatile long cutAt;
  private volatile @Nullable Future<?> brake;

  final NodeEnvironment environment;

  /**
   * @param settled told whether the turn was abandoned
   */
  Turn(NodeEnvironment environment, Runnable body, Consumer<Boolean> settled) {
    this.environment = environment;
    this.body = body;
    this.settled = settled;
  }

  /** Runs on the worker; false where the turn was abandoned meanwhile, and the thread with it. */
  boolean run(ThreadMXBean threads) {
    Thread self = Thread.currentThread();
    allocatedBefore = threads.getThreadAllocatedBytes(self.getId());
    processorBefore = threads.getCurrentThreadCpuTime();
    startedAt = System.nanoTime();
    thread = self;
    try {
      body.run();
    } catch (OutOfMemoryError e) {
      // Not even the memory to say so: the turn has to end all the same.
    }
    return end();
  }

  /** Begins the count of running time anew: what went before was not the handler's doing. */
  void restartClock(ThreadMXBean threads) {
    processorBefore = threads.getCurrentThreadCpuTime();
    startedAt = System.nanoTime();
  }

  boolean abandon() {
    abandoned = true;
    if (end()) {
      return true;
    }
    abandoned = false;
    return false;
  }

  private boolean end() {
    if (ended.compareAndSet(false, true)) {
      end.countDown();
      releaseBrake();
      return true;
    }
    return false;
  }

  void awaitEnd() throws InterruptedException {
    end.await();
  }

  void settle() {
    settled.accept(abandoned);
  }

  @Nullable Thread thread() {
    return thread;
  }

  long nanosRunning(long now) {
    return thread == null ? 0 : now - startedAt;
  }

  long processorNanos(long now) {
    return now - processorBefore;
  }

  long allocated(long now) {
    return now - allocatedBefore;
  }

  boolean isCut() {
    return cutFor != null;
  }

  boolean isCutFor(Ending.Kind kind) {
    return cutFor == kind;
  }

  void markCut(Ending.Kind kind, long now) {
    cutAt = now;
    cutFor = kind;
  }

  long nanosSinceCut(long now) {
    return now - cutAt;
  }

  boolean hasBrake() {
    return brake != null;
  }

  /** Remembers what brakes the turn, to be cancelled as the turn ends. */
  void setBrake(Future<?> submitted) {
    brake = submitted;
    if (ended.get()) {
      releaseBrake();
    }
  }

  void releaseBrake() {
    Future<?> submitted = brake;
    if (submitted != null) {
      brake = null;
      submitted.cancel(false);
    }
  }
}
