package io.pushsim.eventsource.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A change of one object while it becomes true: from {@link #begin} until it is closed nothing else
 * happens to the key, and its bucket stays. For one thread.
 */
final class Change implements AutoCloseable {
  private final String bucket;
  private final ReentrantLock lock;
  private final BucketGuard guard;
  private boolean begun;

  Change(String bucket, ReentrantLock lock, BucketGuard guard) {
    this.bucket = bucket;
    this.lock = lock;
    this.guard = guard;
  }

  /**
   * Begins, if it has not begun.
   *
   * @throws io.pushsim.error.SimulatorException NoSuchBucket, where the bucket went in the meantime
   */
  void begin() {
    if (begun) {
      return;
    }
    lock.lock();
    try {
      guard.hold(bucket);
      begun = true;
    } finally {
      if (!begun) {
        lock.unlock();
      }
    }
  }

  /**
   * The content of a new object. The change begins when it has come to its end: however long a
   * client takes to send it, others are not kept waiting.
   */
  InputStream beginningAtTheEndOf(InputStream content) {
    return new BlockInputStream() {
      @Override
      public int read(byte[] into, int start, int most) throws IOException {
        int count = content.read(into, start, most);
        if (count < 0) {
          begin();
        }
        return count;
      }
    };
  }

  @Override
  public void close() {
    if (begun) {
      begun = false;
      guard.letGo();
      lock.unlock();
    }
  }
}
