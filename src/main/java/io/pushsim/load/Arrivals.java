package io.pushsim.load;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When the pushes of one generator are due: the plan's rate, evenly or by chance. By chance means a
 * Poisson process, as of many clients that know nothing of each other. For one thread.
 */
final class Arrivals {
  private final RatePlan plan;
  private final boolean even;
  private final SplittableRandom random;
  private double pushes;

  /**
   * @param even whether they follow each other at equal distances
   * @param random drawn from in order, by this thread alone: the same seed gives the same times
   */
  Arrivals(RatePlan plan, boolean even, SplittableRandom random) {
    this.plan = plan;
    this.even = even;
    this.random = random;
  }

  /** When the next push is due, in nanoseconds after the begin; empty after the last. */
  Optional<Long> next() {
    if (!even) {
      pushes -= Math.log(1 - random.nextDouble());
      return plan.timeOf(pushes);
    }
    Optional<Long> due = plan.timeOf(pushes);
    pushes++;
    return due;
  }
}
