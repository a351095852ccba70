package io.pushsim.time;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.RejectedExecutionException;

/**
 * One of Vert.x's event loops: a task must not block. Where Vert.x is closed no time comes any
 * more, and what still waits waits in vain.
 */
public final class VertxLoop implements TaskLoop {
  private final Vertx vertx;
  private final Context context;

  public VertxLoop(Vertx vertx) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  @Override
  public void run(Runnable task) {
    try {
      context.runOnContext(start -> task.run());
    } catch (RejectedExecutionException closed) {
      // As the clock that was stopped.
    }
  }

  @Override
  public Scheduler.Scheduled runAfter(long milliseconds, Runnable task) {
    long timer = vertx.setTimer(milliseconds, fired -> task.run());
    return () -> vertx.cancelTimer(timer);
  }
}
