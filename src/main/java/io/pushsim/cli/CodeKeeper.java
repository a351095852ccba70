package io.pushsim.cli;

import io.pushsim.function.FunctionRegistry;
import io.pushsim.journal.CodeStore;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executor;

/** Lets packages go that no function has any more, now and again. */
final class CodeKeeper implements AutoCloseable {
  private final CodeStore store;
  private final FunctionRegistry functions;
  private final Scheduler scheduler;
  private final Executor background;
  private final Duration pause;
  private volatile boolean closed;

  /**
   * @param pause between two looks; a package stays at least that long after it was put
   */
  CodeKeeper(
      CodeStore store,
      FunctionRegistry functions,
      Scheduler scheduler,
      Executor background,
      Duration pause) {
    this.store = store;
    this.functions = functions;
    this.scheduler = scheduler;
    this.background = background;
    this.pause = pause;
  }

  void start() {
    scheduler.at(scheduler.instant().plus(pause), () -> background.execute(this::look));
  }

  private void look() {
    if (!closed) {
      Instant now = scheduler.instant();
      Set<String> inUse = functions.packages(now);
      store.expire(inUse::contains, now.minus(pause));
      start();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
