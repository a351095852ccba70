package io.pushsim.journal;

import java.util.List;
import java.util.stream.IntStream;

/** So much of a long list at once as is worth one reading of a disk, and fits into memory. */
final class Portions {
  private static final int MOST = 256;

  private Portions() {}

  /** The list's parts, in order. */
  static <T> List<List<T>> of(List<T> all) {
    return IntStream.iterate(0, start -> start < all.size(), start -> start + MOST)
        .mapToObj(start -> all.subList(start, Math.min(start + MOST, all.size())))
        .toList();
  }
}
