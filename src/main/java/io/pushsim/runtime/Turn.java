package io.pushsim.runtime;

import com.sun.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
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
  private volatile long cutAt;

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
    body.run();
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

  long allocatedBefore() {
    return allocatedBefore;
  }

  boolean isCut() {
    return cutAt != 0;
  }

  void markCut(long now) {
    cutAt = now == 0 ? 1 : now;
  }

  long nanosSinceCut(long now) {
    return now - cutAt;
  }
}
