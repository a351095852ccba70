package io.pushsim.policy.differential;

import java.util.List;
import java.util.SplittableRandom;

/** Draws that follow from a seed alone. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean in(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number from 0 to before the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
