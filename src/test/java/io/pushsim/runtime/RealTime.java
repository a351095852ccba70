package io.pushsim.runtime;

import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A scheduler on the machine's clock, with one thread, for tests. */
public final class RealTime implements Scheduler, AutoCloseable {
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "real-time");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public Scheduled at(Instant due, Runnable task) {
    long delay = Math.max(0, Duration.between(Instant.now(), due).toNanos());
    Future<?> future = executor.schedule(task, delay, TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
