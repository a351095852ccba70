package io.pushsim.time;

import java.time.Instant;
import java.time.InstantSource;

/** A clock, and a promise to run tasks when it has reached their time. */
public interface Scheduler extends InstantSource {

  /**
   * Runs the task once the clock has reached the given time; a time in the past means as soon as
   * may be. Tasks due at the same time run in the order in which they were scheduled.
   */
  Scheduled at(Instant due, Runnable task);

  /** A task that waits for its time. */
  interface Scheduled {
    /** Takes the task back; does nothing once it has begun. */
    void cancel();
  }
}
