package io.pushsim.invocation;

import io.pushsim.function.EventInvokeConfig;
import io.pushsim.journal.Conclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an asynchronous invocation is tried again, and when no more (Lambda's developer guide, "How
 * Lambda handles errors and retries with asynchronous invocation").
 */
public final class RetryRules {
  static final int DEFAULT_RETRIES = 2;
  static final Duration DEFAULT_AGE = Duration.ofHours(6);

  private static final Duration AFTER_FIRST_ERROR = Duration.ofMinutes(1);
  private static final Duration AFTER_FURTHER_ERRORS = Duration.ofMinutes(2);
  private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

  private final int retries;
  private final Duration age;

  /**
   * @param config of the qualifier that was called; empty where it has none
   */
  public RetryRules(Optional<EventInvokeConfig> config) {
    retries = config.flatMap(EventInvokeConfig::maximumRetryAttempts).orElse(DEFAULT_RETRIES);
    age =
        config
            .flatMap(EventInvokeConfig::maximumEventAgeInSeconds)
            .map(Duration::ofSeconds)
            .orElse(DEFAULT_AGE);
  }

  /** How often the handler is run again after it failed. */
  public int retries() {
    return retries;
  }

  /** How old an event may get. */
  public Duration age() {
    return age;
  }

  /** What comes next. */
  sealed interface Next {
    /** Another try. */
    record Again(Instant due) implements Next {}

    /** Nothing any more. */
    record Over(Conclusion conclusion) implements Next {}
  }

  /**
   * After a function error.
   *
   * @param runs how often the handler has run
   * @param pushed when the queue took the event
   */
  Next afterError(int runs, Instant pushed, Instant now) {
    if (runs > retries) {
      return new Next.Over(Conclusion.RETRIES_EXHAUSTED);
    }
    return after(runs == 1 ? AFTER_FIRST_ERROR : AFTER_FURTHER_ERRORS, pushed, now);
  }

  /**
   * After a throttle or an error of the system, which do not count as tries.
   *
   * @param before how often the event was held back before
   */
  Next afterHoldingBack(int before, Instant pushed, Instant now) {
    Duration wait =
        before >= Integer.SIZE - 2
            ? LONGEST_BACK_OFF
            : SHORTEST_BACK_OFF.multipliedBy(1L << before);
    return after(wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait, pushed, now);
  }

  /**
   * The age is judged beforehand: where the event would become too old in waiting, it is let go at
   * once (recorded: test_maxeventage).
   */
  private Next after(Duration wait, Instant pushed, Instant now) {
    Instant due = now.plus(wait);
    return due.isAfter(pushed.plus(age))
        ? new Next.Over(Conclusion.EVENT_AGE_EXCEEDED)
        : new Next.Again(due);
  }
}
