package io.pushsim.load;

import java.time.Duration;

/**
 * What is asked for.
 *
 * @param drain how long to wait at the end for what is still under way
 * @param mostUnderWay with more pushes under way than this the load ends: they come faster than
 *     they are done
 * @param seed of what is drawn
 */
public record LoadPlan(Schedule schedule, Duration drain, int mostUnderWay, long seed) {
  /** How long it is measured. */
  public Duration duration() {
    return schedule.duration();
  }

  /** A time before that which is not measured. */
  public Duration warmUp() {
    return schedule.warmUp();
  }
}
