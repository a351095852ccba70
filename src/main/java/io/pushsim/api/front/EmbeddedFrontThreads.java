package io.pushsim.api.front;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which requests about objects are carried out. */
public final class EmbeddedFrontThreads {
  private EmbeddedFrontThreads() {}

  /**
   * A pool that refuses what it has no room for. It is the caller's to shut down.
   *
   * @param most how many requests are carried out at once: a client that is slow holds one
   * @param waiting how many more may wait
   */
  public static ThreadPoolExecutor pool(int most, int waiting) {
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most,
            most,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            work -> {
              Thread thread = new Thread(work, "pushsim-objects-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
