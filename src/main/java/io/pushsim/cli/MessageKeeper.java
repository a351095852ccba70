package io.pushsim.cli;

import io.pushsim.operation.Operations;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Lets messages go that are older than their queues keep them, once a minute. */
final class MessageKeeper implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Operations operations;
  private final Scheduler scheduler;
  private final Executor background;
  private volatile boolean closed;

  MessageKeeper(Operations operations, Scheduler scheduler, Executor background) {
    this.operations = operations;
    this.scheduler = scheduler;
    this.background = background;
  }

  /** Begins with those that are too old already. */
  void start() {
    background.execute(this::look);
  }

  private void look() {
    if (!closed) {
      operations.tidyMessages();
      scheduler.at(scheduler.instant().plus(PAUSE), () -> background.execute(this::look));
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
