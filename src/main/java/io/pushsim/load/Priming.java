package io.pushsim.load;

import io.pushsim.load.measurement.Measurements;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The first pushes of a warm-up, one after the other: each waits for the end of the one before. So
 * what is loaded once is loaded before pushes come whatever happens, each of which would have an
 * environment of its own started meanwhile.
 */
final class Priming {
  private static final int PUSHES = 20;

  /** Longer than this it does not take in all: what is throttled may not end for minutes. */
  private static final long MOST_SECONDS = 15;

  private final Schedule schedule;
  private final LoadTarget target;
  private final Measurements measurements;

  Priming(Schedule schedule, LoadTarget target, Measurements measurements) {
    this.schedule = schedule;
    this.target = target;
    this.measurements = measurements;
  }

  /**
   * Sends them.
   *
   * @param stopped whether the load is to end
   */
  void run(BooleanSupplier stopped) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    BooleanSupplier over = () -> stopped.getAsBoolean() || System.nanoTime() > until;
    for (int i = 0; i < PUSHES && !over.getAsBoolean(); i++) {
      send(i);
      while (measurements.underWay() > 0 && !over.getAsBoolean()) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
  }

  /** Their numbers are below those of the load. */
  private void send(int place) {
    Shot shot = schedule.priming(place, PUSHES);
    measurements.sent(shot, System.nanoTime());
    target.send(shot);
  }
}
