package io.pushsim.runtime;

import java.util.concurrent.Semaphore;
import java.util.zip.DataFormatException;

/**
 * The memory in which deployment packages are unpacked: what does not fit beside others waits, and
 * what does not fit at all is refused. Small files that unpack to large ones would otherwise take
 * the whole heap, several at a time.
 */
final class UnpackingMemory {
  /** A third of the heap, for all of this process: what was unpacked before may still be in use. */
  static final UnpackingMemory OF_HEAP = new UnpackingMemory(Runtime.getRuntime().maxMemory() / 3);

  private static final int UNIT = 1024;

  private final int units;
  private final Semaphore free;

  UnpackingMemory(long bytes) {
    units = (int) Math.min(bytes / UNIT, Integer.MAX_VALUE);
    free = new Semaphore(units, true);
  }

  /** What unpacks. */
  interface Unpacking<T> {
    T unpack() throws DataFormatException;
  }

  /**
   * Unpacks, as soon as there is so much memory. Blocks: no work for an event loop.
   *
   * @param bytes of the package, unpacked
   * @throws io.pushsim.error.SimulatorException where there is never so much
   */
  <T> T holding(long bytes, Unpacking<T> unpacking) throws DataFormatException {
    int needed = Math.toIntExact(bytes / UNIT + 1);
    if (needed > units) {
      throw ZipLimits.refused(
          "unpacked it has %d bytes, more than pushsim has memory for; start it with a larger heap"
              .formatted(bytes));
    }
    free.acquireUninterruptibly(needed);
    try {
      return unpacking.unpack();
    } finally {
      free.release(needed);
    }
  }
}
