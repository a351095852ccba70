package io.pushsim.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a signal such as Ctrl-C stop something, and the process wait until what is to be told of it
 * is told.
 */
final class Interruption {
  private final CountDownLatch allTold = new CountDownLatch(1);
  private final Thread hook;

  /**
   * @param stop called on another thread
   */
  Interruption(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              awaitTold();
            },
            "pushsim-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitTold() {
    try {
      allTold.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is told: nothing waits for this any more. */
  void told() {
    allTold.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException isEnding) {
      // The signal has come: the process ends now.
    }
  }
}
