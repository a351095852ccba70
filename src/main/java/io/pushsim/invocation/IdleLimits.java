package io.pushsim.invocation;

import java.time.Duration;
import java.util.Optional;

/**
 * How many execution environments may be idle, and for how long.
 *
 * @param codeBytes how many bytes their unpacked packages may take together; one may be larger by
 *     itself
 * @param environments how many there may be
 * @param time after which one goes that nobody used; empty where it stays
 */
public record IdleLimits(long codeBytes, int environments, Optional<Duration> time) {
  /** The part of the heap that their packages may fill, and the part that they may fill. */
  private static final int SHARE = 4;

  /**
   * What a small one may take; measured are 156 KB for the tutorial's (src/docs/benchmarks.md,
   * "Execution environments").
   */
  private static final int ENVIRONMENT = 256 << 10;

  /**
   * What fits into a heap.
   *
   * @param heap its bytes at the most
   */
  public static IdleLimits within(long heap, Optional<Duration> time) {
    return new IdleLimits(heap / SHARE, (int) (heap / SHARE / ENVIRONMENT), time);
  }
}
