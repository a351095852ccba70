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
 */
public record Behaviour(Duration settle, int concurrency, TimeScale timeScale) {
  static final Behaviour USUAL =
      new Behaviour(Duration.ZERO, AccountConcurrency.DEFAULT_LIMIT, TimeScale.REAL);

  Behaviour withSettle(Duration other) {
    return new Behaviour(other, concurrency, timeScale);
  }

  Behaviour withConcurrency(int other) {
    return new Behaviour(settle, other, timeScale);
  }

  Behaviour withTimeScale(TimeScale other) {
    return new Behaviour(settle, concurrency, other);
  }
}
