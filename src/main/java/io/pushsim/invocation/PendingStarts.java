package io.pushsim.invocation;

import io.pushsim.function.FunctionConfiguration;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionRuntime;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Invocations that need an environment of their own while the runtime is crowded: each gets one
 * that becomes idle meanwhile, or one is started for it when there is room, or when a little more
 * has begun than waited before it: others do not keep it from its turn. Without this every cold
 * start makes those behind it slower, which then need cold starts too: AWS has other machines for
 * these. Any thread may call.
 */
final class PendingStarts {
  /** So many may begin besides those that waited before. */
  private static final int GRACE = 16;

  /** So many an invocation takes, about, if it waits for something. */
  private static final int STRETCHES = 2;

  private final FunctionRuntime runtime;

  // Guarded by this.
  private final Queue<Seat> waiting = new ArrayDeque<>();
  private volatile int count;

  /**
   * An invocation that waits.
   *
   * @param run has it run in an environment that became idle
   * @param start has one started
   */
  record Pending(
      EnvironmentPool.Key key,
      FunctionConfiguration configuration,
      Consumer<ExecutionEnvironment> run,
      Runnable start) {

    @SuppressWarnings("ReferenceEquality") // as in the pool
    private boolean fits(EnvironmentPool.Key other, FunctionConfiguration its) {
      return configuration == its && key.equals(other);
    }
  }

  /**
   * Where one waits.
   *
   * @param latest it is started when so many stretches of JavaScript have begun
   */
  private record Seat(Pending pending, long latest) {}

  PendingStarts(FunctionRuntime runtime) {
    this.runtime = runtime;
    runtime.whenOneBegins(this::startNext);
  }

  /** Has it start now, or wait. */
  void enter(Pending pending) {
    if (!runtime.isCrowded()) {
      pending.start().run();
      return;
    }
    synchronized (this) {
      long before = runtime.beginsWithLast() + (long) STRETCHES * waiting.size();
      waiting.add(new Seat(pending, before + GRACE));
      count++;
    }
    startNext(); // there may have been room just before
  }

  /** To be called, too, where a start came to nothing, so that nothing begins of it. */
  void startNext() {
    if (count > 0) {
      next().ifPresent(pending -> pending.start().run());
    }
  }

  private synchronized Optional<Pending> next() {
    Seat first = waiting.peek();
    if (first == null || (runtime.isCrowded() && runtime.begun() < first.latest())) {
      return Optional.empty();
    }
    waiting.remove();
    count--;
    return Optional.of(first.pending());
  }

  /**
   * The one that has waited longest for an environment such as this, which is not counted any more.
   *
   * @param environment that became idle
   */
  Optional<Pending> take(
      EnvironmentPool.Key key,
      FunctionConfiguration configuration,
      ExecutionEnvironment environment) {
    if (count == 0 || !environment.isUsable()) {
      return Optional.empty();
    }
    synchronized (this) {
      Iterator<Seat> longestFirst = waiting.iterator();
      while (longestFirst.hasNext()) {
        Pending pending = longestFirst.next().pending();
        if (pending.fits(key, configuration)) {
          longestFirst.remove();
          count--;
          return Optional.of(pending);
        }
      }
    }
    return Optional.empty();
  }
}
