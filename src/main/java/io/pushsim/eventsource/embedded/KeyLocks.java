package io.pushsim.eventsource.embedded;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A lock for every key, of which several share one: so that the events of a key are in the order in
 * which the store took its changes.
 */
final class KeyLocks {
  private static final int STRIPES = 256;

  private final ReentrantLock[] locks =
      IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  ReentrantLock of(String bucket, String key) {
    return locks[Math.floorMod(Objects.hash(bucket, key), STRIPES)];
  }

  /** How many are held. */
  long held() {
    return Stream.of(locks).filter(ReentrantLock::isLocked).count();
  }
}
