package io.pushsim.load;

import io.pushsim.display.Figures;
import io.pushsim.load.LoadResult.Rates;
import io.pushsim.load.measurement.Stage;
import java.util.Locale;

/**
 * Whether it was the generator, and not what it drives, that bounded a load.
 *
 * @param reached true where the figures say more about the generator
 * @param sentence for people: how late it sent
 */
public record GeneratorLimit(boolean reached, String sentence) {
  /** Earlier than this is as exact as threads are woken up, in milliseconds. */
  private static final double EXACT = 1;

  /** The part of what was asked for that must be sent. */
  private static final double ENOUGH = 0.98;

  static GeneratorLimit of(LoadResult result) {
    double late = result.latency(Stage.SENT).percentile(99).orElse(0);
    double end = result.latency(Stage.END).percentile(99).orElse(0);
    Rates rates = result.rates();
    boolean slow = rates.sent() < ENOUGH * rates.asked() && isMoreThanChance(rates);
    boolean isLate = late > EXACT && late > end / 2;
    String how =
        String.format(
            Locale.ROOT,
            "99 %% of the pushes were sent within %s of their time, at %,.0f/s of the %,.0f/s asked for",
            Figures.milliseconds(late),
            rates.sent(),
            rates.asked());
    return slow || isLate
        ? new GeneratorLimit(
            true,
            "The generator was the limit, or this machine is too busy: %s. Latencies count from when pushes were meant to be sent, so they hold that delay; ask for a lower --rate (of --events, a lower --speed) to measure pushsim alone."
                .formatted(how))
        : new GeneratorLimit(false, "The generator kept to its plan: " + how + ".");
  }

  /** Arrivals by chance are fewer or more than asked for: by four standard deviations hardly. */
  private static boolean isMoreThanChance(Rates rates) {
    double asked = rates.asked() * rates.seconds();
    double sent = rates.sent() * rates.seconds();
    return asked - sent > 4 * Math.sqrt(asked);
  }
}
