package io.pushsim.cli;

import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Vert.x's worker threads, for work that takes its time; once stopped, nothing is begun any more.
 */
final class Background implements Executor {
  private final Vertx vertx;
  private final Consumer<Throwable> whenFailed;
  private volatile boolean stopped;

  /**
   * @param whenFailed gets what work has thrown
   */
  Background(Vertx vertx, Consumer<Throwable> whenFailed) {
    this.vertx = vertx;
    this.whenFailed = whenFailed;
  }

  @Override
  public void execute(Runnable work) {
    if (stopped) {
      return;
    }
    try {
      vertx.executeBlocking(() -> done(work), false).onFailure(whenFailed::accept);
    } catch (RejectedExecutionException e) {
      if (!stopped) {
        throw e;
      }
    }
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  /** To be called before Vert.x is closed: timers may still ask for work then. */
  void stop() {
    stopped = true;
  }
}
