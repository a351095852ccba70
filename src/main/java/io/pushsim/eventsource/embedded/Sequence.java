package io.pushsim.eventsource.embedded;

import io.pushsim.bucket.Sequencer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts up the sequencers of events: by the clock, so that a later run's come after an earlier
 * one's. Safe for many threads.
 */
final class Sequence {
  private static final long NANOS = 1_000_000_000L;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  Sequence(InstantSource clock) {
    this.clock = clock;
  }

  /** A sequencer greater than all before. */
  Sequencer next() {
    Instant now = clock.instant();
    long nanos = now.getEpochSecond() * NANOS + now.getNano();
    long next = last.updateAndGet(before -> Math.max(before + 1, nanos));
    return Sequencer.of(Instant.ofEpochSecond(next / NANOS), next % NANOS);
  }
}
