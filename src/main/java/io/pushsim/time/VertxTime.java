package io.pushsim.time;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The machine's time: tasks wait as Vert.x timers, which cost no thread, and run one after the
 * other on one event loop. So a task must not block.
 */
public final class VertxTime implements Scheduler {
  /** A timer is at least a millisecond's. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Vertx vertx;
  private final Context context;
  private final InstantSource clock = InstantSource.system();

  public VertxTime(Vertx vertx) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public Scheduled at(Instant due, Runnable task) {
    Waiting waiting = new Waiting(due, task);
    run(waiting::look);
    return waiting;
  }

  /** Where Vert.x is closed no time comes any more: a handler that still runs waits in vain. */
  private void run(Runnable task) {
    try {
      context.runOnContext(start -> task.run());
    } catch (RejectedExecutionException closed) {
      // As the clock that was stopped.
    }
  }

  /** A task on its way; all but {@link #cancel} happens on the event loop. */
  private final class Waiting implements Scheduled {
    private final Instant due;
    private final Runnable task;
    private volatile boolean cancelled;
    private @Nullable Long timer;

    private Waiting(Instant due, Runnable task) {
      this.due = due;
      this.task = task;
    }

    // A timer may fire a little early by the clock that tasks read, so it looks again.
    private void look() {
      if (cancelled) {
        return;
      }
      Duration wait = Duration.between(instant(), due);
      if (wait.isNegative() || wait.isZero()) {
        task.run();
      } else {
        long delay = Math.max(SHORTEST.toMillis(), wait.plusNanos(999_999).toMillis());
        timer = vertx.setTimer(delay, fired -> look());
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      run(
          () -> {
            if (timer != null) {
              vertx.cancelTimer(timer);
            }
          });
    }
  }
}
