package io.pushsim.cli;

import io.pushsim.api.outbound.Peer;
import io.pushsim.function.AccountConcurrency;
import io.pushsim.time.TimeScale;
import java.time.Duration;
import java.util.List;

/**
 * How the simulated AWS behaves, where AWS itself leaves that open or it can be set.
 *
 * @param settle how long a created or updated function takes to settle; zero means until the next
 *     call
 * @param concurrency how many invocations an account may run at once in a region
 * @param keepWarm after which time an execution environment goes that no invocation used; AWS does
 *     not say its own
 * @param timeScale how many times as fast as the machine's the simulated time passes
 * @param keptLogs how many log events are kept of each log group, about
 * @param reachable what functions reach over HTTP beside AWS's endpoints, which are pushsim's own
 */
public record Behaviour(
    Duration settle,
    int concurrency,
    Duration keepWarm,
    TimeScale timeScale,
    int keptLogs,
    List<Peer> reachable) {
  public Behaviour {
    reachable = List.copyOf(reachable);
  }

  static final Duration KEEP_WARM = Duration.ofMinutes(10);

  /** Of a function that logs little, some thousand invocations. */
  static final int USUAL_LOGS = 10_000;

  static final Behaviour USUAL =
      new Behaviour(
          Duration.ZERO,
          AccountConcurrency.DEFAULT_LIMIT,
          KEEP_WARM,
          TimeScale.REAL,
          USUAL_LOGS,
          List.of());

  Behaviour withSettle(Duration other) {
    return new Behaviour(other, concurrency, keepWarm, timeScale, keptLogs, reachable);
  }

  Behaviour withConcurrency(int other) {
    return new Behaviour(settle, other, keepWarm, timeScale, keptLogs, reachable);
  }

  Behaviour withKeepWarm(Duration other) {
    return new Behaviour(settle, concurrency, other, timeScale, keptLogs, reachable);
  }

  Behaviour withTimeScale(TimeScale other) {
    return new Behaviour(settle, concurrency, keepWarm, other, keptLogs, reachable);
  }

  Behaviour withKeptLogs(int other) {
    return new Behaviour(settle, concurrency, keepWarm, timeScale, other, reachable);
  }

  Behaviour withReachable(List<Peer> other) {
    return new Behaviour(settle, concurrency, keepWarm, timeScale, keptLogs, other);
  }
}
