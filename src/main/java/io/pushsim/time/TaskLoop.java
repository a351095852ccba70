package io.pushsim.time;

/** Where tasks run one after the other. */
interface TaskLoop {
  /** Runs a task soon, after those that came before. Any thread may call. */
  void run(Runnable task);

  /**
   * Runs a task after so many milliseconds, at least one, of the machine's monotonic time. To be
   * called by tasks of this loop.
   */
  Scheduler.Scheduled runAfter(long milliseconds, Runnable task);
}
