package io.pushsim.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The account of one invocation.
 *
 * @param logs the lines written to the function's log, START, END and REPORT included, each without
 *     its line end
 * @param duration the time the handler took; virtual in a replay
 * @param initDuration how long the environment took to start, on a cold start only
 * @param maxMemoryUsed in MB
 * @param cutByHarness true where not Lambda's rules but the simulator's own real-time or memory
 *     guard ended the invocation
 */
public record InvocationReport(
    InvocationResult result,
    List<LogLine> logs,
    Duration duration,
    Optional<Duration> initDuration,
    int maxMemoryUsed,
    String logStream,
    boolean cutByHarness) {
  public InvocationReport {
    logs = List.copyOf(logs);
  }

  public boolean coldStart() {
    return initDuration.isPresent();
  }
}
