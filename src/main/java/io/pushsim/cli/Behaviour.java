package io.pushsim.cli;

import io.pushsim.function.AccountConcurrency;
import io.pushsim.time.TimeScale;
import java.time.Duration;

/**
 * How the simulated AWS behaves, where AWS itself leaves that open or it can be set.
 *
 * @param settle how long a created or updated function takes to settle; zero means until the next
 *     call
 * @param concurrency how many invocations an account may run at once in a region
 * @param timeScale how many times as fast as the machine's the simulated time passes
 * @param keptLogs how many log events are kept of each log group, about
 */
public record Behaviour(Duration settle, int concurrency, TimeScale timeScale, int keptLogs) {
  /** Of a function that logs little, some thousand invocations. */
  static final int USUAL_LOGS = 10_000;

  static final Behaviour USUAL =
      new Behaviour(Duration.ZERO, AccountConcurrency.DEFAULT_LIMIT, TimeScale.REAL, USUAL_LOGS);

  Behaviour withSettle(Duration other) {
    return new Behaviour(other, concurrency, timeScale, keptLogs);
  }

  Behaviour withConcurrency(int other) {
    return new Behaviour(settle, other, timeScale, keptLogs);
  }

  Behaviour withTimeScale(TimeScale other) {
    return new Behaviour(settle, concurrency, other, keptLogs);
  }

  Behaviour withKeptLogs(int other) {
    return new Behaviour(settle, concurrency, timeScale, other);
  }
}
