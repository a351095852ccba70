package io.pushsim.runtime;

import io.pushsim.time.Scheduler;
import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The clock that handlers read: the scheduler's, and in virtual time each read takes 1 µs. */
final class RuntimeClock {
  private static final Duration READ = Duration.of(1, ChronoUnit.MICROS);

  private final Scheduler scheduler;
  private final AtomicLong reads = new AtomicLong();

  RuntimeClock(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  boolean isVirtual() {
    return scheduler instanceof VirtualTime;
  }

  /** The time, without any passing. */
  Instant instant() {
    return scheduler.instant();
  }

  /** The time as a handler's own read sees it. */
  Instant read() {
    if (scheduler instanceof VirtualTime virtual) {
      virtual.pass(READ);
      reads.incrementAndGet();
    }
    return scheduler.instant();
  }

  /** How often this clock was read in virtual time: how many microseconds that took. */
  long reads() {
    return reads.get();
  }

  /** Lets virtual time pass up to the given one; real time does so by itself. */
  void passTo(Instant time) {
    if (scheduler instanceof VirtualTime virtual && virtual.instant().isBefore(time)) {
      virtual.pass(Duration.between(virtual.instant(), time));
    }
  }

  static double micros(Instant instant) {
    long micros = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    return (double) micros;
  }
}
