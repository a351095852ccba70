package io.pushsim.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that never goes back. It counts what passes by the machine's monotonic clock, from the
 * system's time or from a later one. At the machine's own pace it also follows the system's clock
 * where that is set forward; where that is set back, it goes on counting until the system's clock
 * has overtaken it. At another pace it counts alone. Any thread may read it.
 */
final class LiveClock implements InstantSource {
  /**
   * How far it lags behind the system's clock at the most: to follow at once would be to jitter.
   */
  private static final Duration LAG = Duration.ofMillis(1);

  private final InstantSource system;
  private final LongSupplier nanos;
  private final TimeScale scale;
  private final Instant start;
  private final long startNanos;
  private volatile Duration leaps = Duration.ZERO;

  /**
   * @param system the system's clock
   * @param nanos counts the nanoseconds that pass, from anywhere
   * @param floor before which it does not begin
   */
  LiveClock(InstantSource system, LongSupplier nanos, TimeScale scale, Instant floor) {
    this.system = system;
    this.nanos = nanos;
    this.scale = scale;
    Instant now = system.instant();
    this.start = now.isBefore(floor) ? floor : now;
    this.startNanos = nanos.getAsLong();
  }

  /**
   * What it reads.
   *
   * @param counted the time without leaps: what timers count by
   * @param leaps how far it has followed the system's clock forward, in sum
   */
  record Reading(Instant counted, Duration leaps) {
    Instant time() {
      return counted.plus(leaps);
    }

    /** Where a time lies that is not past, counted without leaps: further ones do not move it. */
    Instant counted(Instant time) {
      return time.isAfter(time()) ? time.minus(leaps) : counted;
    }
  }

  @Override
  public Instant instant() {
    return read().time();
  }

  /**
   * Reads it. The system's clock is read first, so that a pause in between is not taken for a leap.
   */
  Reading read() {
    if (!scale.isReal()) {
      return new Reading(counted(), Duration.ZERO);
    }
    Instant systems = system.instant();
    Reading reading = new Reading(counted(), leaps);
    return systems.isAfter(reading.time().plus(LAG)) ? leapTo(systems) : reading;
  }

  private synchronized Reading leapTo(Instant time) {
    Instant counted = counted();
    Duration leap = Duration.between(counted.plus(leaps), time);
    if (!leap.isNegative()) {
      leaps = leaps.plus(leap);
    }
    return new Reading(counted, leaps);
  }

  private Instant counted() {
    return start.plus(scale.simulated(Duration.ofNanos(nanos.getAsLong() - startNanos)));
  }

  TimeScale scale() {
    return scale;
  }
}
