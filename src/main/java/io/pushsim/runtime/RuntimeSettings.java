package io.pushsim.runtime;

import java.time.Duration;

/**
 * The bounds within which handlers run, beside the function's own configuration.
 *
 * @param workers how many handlers may run at the same moment, on as many threads
 * @param processorTime in a replay, how much processor time one invocation may take beyond the
 *     virtual time that its reading the clock let pass; live, the function's timeout is the limit
 * @param turnTime in a replay, how long one turn may last on the machine's clock
 * @param initDuration the Init Duration that a cold start reports in a replay
 * @param abandonedThreads how many threads may be stuck in an operation that cannot be interrupted
 *     before further invocations are refused
 * @param heapShare the share of the heap that may be in use after a collection before the largest
 *     allocator is ended
 * @param logLines how many lines one invocation may log
 * @param logCharacters how many characters one invocation may log
 */
public record RuntimeSettings(
    int workers,
    Duration processorTime,
    Duration turnTime,
    Duration initDuration,
    int abandonedThreads,
    double heapShare,
    int logLines,
    int logCharacters) {
  public RuntimeSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, not " + workers);
    }
    if (heapShare <= 0 || heapShare >= 1) {
      throw new IllegalArgumentException("heapShare must be between 0 and 1, not " + heapShare);
    }
  }

  public static RuntimeSettings defaults() {
    return new RuntimeSettings(
        Runtime.getRuntime().availableProcessors(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMillis(120),
        8,
        0.6,
        10_000,
        1 << 20);
  }

  /** How many of these one function may have before it is refused, and others are not. */
  int abandonedThreadsOfOne() {
    return Math.max(1, abandonedThreads / 4);
  }

  public RuntimeSettings withProcessorTime(Duration limit) {
    return new RuntimeSettings(
        workers,
        limit,
        turnTime.compareTo(limit) < 0 ? limit : turnTime,
        initDuration,
        abandonedThreads,
        heapShare,
        logLines,
        logCharacters);
  }
}
