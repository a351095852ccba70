package io.pushsim.runtime;

import java.time.Duration;

/**
 * What an invocation has used in its turns. Written under its environment's lock, read by the guard
 * as well.
 */
final class Usage {
  private final RuntimeClock clock;
  private volatile long processorNanos;
  private volatile long bytes;
  private volatile long reads;
  private volatile long readsAtTurn;

  Usage(RuntimeClock clock) {
    this.clock = clock;
  }

  /** Another invocation begins. */
  void clear() {
    processorNanos = 0;
    bytes = 0;
    reads = 0;
  }

  void turnBegins() {
    readsAtTurn = clock.reads();
  }

  void turnEnds(long nanosOfTurn, long bytesOfTurn) {
    processorNanos += nanosOfTurn;
    bytes += bytesOfTurn;
    reads += readsOfTurn();
  }

  private long readsOfTurn() {
    return clock.reads() - readsAtTurn;
  }

  /** How many bytes it has allocated in the turns before this one. */
  long bytes() {
    return bytes;
  }

  /**
   * How much processor time it has taken, this turn's included, beyond the virtual time that its
   * reading the clock let pass.
   */
  Duration processorTime(long nanosOfTurn) {
    long passed = (reads + readsOfTurn()) * 1000;
    return Duration.ofNanos(processorNanos + nanosOfTurn - passed);
  }
}
