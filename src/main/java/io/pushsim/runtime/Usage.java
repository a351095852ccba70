package io.pushsim.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What an invocation has used in its turns. Written under its environment's lock, read by the guard
 * as well.
 */
final class Usage {
  private final RuntimeClock clock;
  private final AtomicLong processorNanos = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong most = new AtomicLong();
  private final AtomicLong reads = new AtomicLong();
  private volatile long readsAtTurn;

  Usage(RuntimeClock clock) {
    this.clock = clock;
  }

  /** Another invocation begins. */
  void clear() {
    processorNanos.set(0);
    bytes.set(0);
    reads.set(0);
  }

  void turnBegins() {
    readsAtTurn = clock.reads();
  }

  void turnEnds(long nanosOfTurn, long bytesOfTurn) {
    processorNanos.addAndGet(nanosOfTurn);
    most.accumulateAndGet(bytes.addAndGet(bytesOfTurn), Math::max);
    reads.addAndGet(readsOfTurn());
  }

  private long readsOfTurn() {
    return clock.reads() - readsAtTurn;
  }

  /** How many bytes one invocation has allocated at the most. */
  long most() {
    return most.get();
  }

  /** The environment begins anew. */
  void forget() {
    clear();
    most.set(0);
  }

  /** How many bytes it has allocated in the turns before this one. */
  long bytes() {
    return bytes.get();
  }

  /**
   * How much processor time it has taken, this turn's included, beyond the virtual time that its
   * reading the clock let pass.
   */
  Duration processorTime(long nanosOfTurn) {
    long passed = (reads.get() + readsOfTurn()) * 1000;
    return Duration.ofNanos(processorNanos.get() + nanosOfTurn - passed);
  }
}
