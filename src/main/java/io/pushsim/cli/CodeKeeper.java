package io.pushsim.cli;

import io.pushsim.function.FunctionRegistry;
import io.pushsim.journal.CodeStore;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;

/** Lets packages go that no function has any more, now and again. */
final class CodeKeeper implements AutoCloseable {
  private final CodeStore store;
  private final FunctionRegistry functions;
  private final InstantSource clock;
  private final Scheduler machine;
  private final Executor background;
  private final Duration pause;
  private volatile boolean closed;

  /**
   * @param clock by which functions change
   * @param machine by which packages were put, and it looks now and again
   * @param pause between two looks; a package stays at least that long after it was put
   */
  CodeKeeper(
      CodeStore store,
      FunctionRegistry functions,
      InstantSource clock,
      Scheduler machine,
      Executor background,
      Duration pause) {
    this.store = store;
    this.functions = functions;
    this.clock = clock;
    this.machine = machine;
    this.background = background;
    this.pause = pause;
  }

  void start() {
    machine.at(machine.instant().plus(pause), () -> background.execute(this::look));
  }

  private void look() {
    if (!closed) {
      Set<String> inUse = functions.packages(clock.instant());
      store.expire(inUse::contains, machine.instant().minus(pause));
      start();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
