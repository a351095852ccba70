package io.pushsim.runtime;

import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What an invocation waits for while nothing of it runs: its next timer and its timeout. Used under
 * its environment's lock.
 */
final class Alarms {
  private final Scheduler scheduler;
  private Scheduler.@Nullable Scheduled wake;
  private Scheduler.@Nullable Scheduled timeout;
  private @Nullable Instant timeoutAt;

  Alarms(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void timeOut(Instant deadline, Runnable timedOut) {
    if (timeout == null || !deadline.equals(timeoutAt)) {
      cancel(timeout);
      timeoutAt = deadline;
      timeout = scheduler.at(deadline, timedOut);
    }
  }

  /**
   * @param due the next timer's time in milliseconds since 1970, where there is a timer
   */
  void wake(OptionalLong due, Runnable woken) {
    cancel(wake);
    wake = null;
    if (due.isPresent()) {
      wake = scheduler.at(Instant.ofEpochMilli(due.getAsLong()), woken);
    }
  }

  void clear() {
    cancel(wake);
    cancel(timeout);
    wake = null;
    timeout = null;
    timeoutAt = null;
  }

  private static void cancel(Scheduler.@Nullable Scheduled task) {
    if (task != null) {
      task.cancel();
    }
  }
}
