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
 * @param keepWarm after which time an execution environment goes that no invocation used; AWS does
 *     not say its own
 * @param timeScale how many times as fast as the machine's the simulated time passes
 */
public record Behaviour(Duration settle, int concurrency, Duration keepWarm, TimeScale timeScale) {
  static final Duration KEEP_WARM = Duration.ofMinutes(10);

  static final Behaviour USUAL =
      new Behaviour(Duration.ZERO, AccountConcurrency.DEFAULT_LIMIT, KEEP_WARM, TimeScale.REAL);

  Behaviour withSettle(Duration other) {
    return new Behaviour(other, concurrency, keepWarm, timeScale);
  }

  Behaviour withConcurrency(int other) {
    return new Behaviour(settle, other, keepWarm, timeScale);
  }

  Behaviour withKeepWarm(Duration other) {
    return new Behaviour(settle, concurrency, other, timeScale);
  }

  Behaviour withTimeScale(TimeScale other) {
    return new Behaviour(settle, concurrency, keepWarm, other);
  }
}
