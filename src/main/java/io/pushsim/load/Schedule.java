package io.pushsim.load;

import java.time.Duration;
import java.util.Optional;

/** What a load sends, and when: the same each time that it is asked. */
public sealed interface Schedule permits DrawnSchedule, RecordedSchedule {
  /** How long it is measured. */
  Duration duration();

  /** How long before that pushes come which are not measured; zero where there are none. */
  Duration warmUp();

  /** The pushes of one sender, those that are due first before the others. */
  Shots shots(Sender sender);

  /**
   * One of the pushes that come before the warm-up, due now; its number is negative.
   *
   * @param place from 0
   * @param pushes how many there are of them
   */
  Shot priming(int place, int pushes);

  /**
   * How many pushes are due since the measuring began.
   *
   * @param second after that; in the warm-up it is negative, and so is what is told: how many
   *     pushes are still due until its end
   */
  double pushesUntil(double second);

  /** The pushes of one sender. For one thread. */
  interface Shots {
    /** The next one; empty after the last. */
    Optional<Shot> next();
  }

  /**
   * One of the senders that fulfil a schedule together.
   *
   * @param number from 0
   * @param start when the warm-up begins, as {@link System#nanoTime} counts
   * @param seed of what is drawn
   */
  record Sender(int number, int senders, long start, long seed) {}
}
