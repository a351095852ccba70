package io.pushsim.time;

import java.util.UUID;

/**
 * Seeded draws. Each is a hash of the seed and of what is drawn for (an id, an attempt, a purpose),
 * never the next number of a shared generator: the order in which threads draw changes nothing.
 *
 * @param seed the same seed gives the same draws
 */
public record Draws(long seed) {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** A number in [0, 1). */
  public double unit(String id, int attempt, String purpose) {
    return (bits(id, attempt, purpose) >>> 11) * 0x1.0p-53;
  }

  /** A UUID of version 4. */
  public UUID uuid(String id, int attempt, String purpose) {
    long high = bits(id, attempt, purpose);
    return uuid(high, mix(high + GOLDEN_GAMMA));
  }

  /** The UUID of version 4 that these bits make. */
  static UUID uuid(long high, long low) {
    return new UUID(
        (high & 0xFFFFFFFFFFFF0FFFL) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }

  /** 64 bits. */
  public long bits(String id, int attempt, String purpose) {
    long hash = mix(seed + GOLDEN_GAMMA);
    hash = absorb(hash, id);
    hash = mix(hash ^ (attempt + GOLDEN_GAMMA));
    return absorb(hash, purpose);
  }

  private static long absorb(long hash, String text) {
    long state = hash;
    for (int i = 0; i < text.length(); i++) {
      state = (state ^ text.charAt(i)) * 0x100000001B3L;
      state ^= state >>> 29;
    }
    return mix(state + text.length());
  }

  // SplitMix64's finaliser (Steele, Lea and Flood, 2014).
  private static long mix(long value) {
    long bits = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
