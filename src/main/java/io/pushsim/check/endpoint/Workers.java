package io.pushsim.check.endpoint;

import io.pushsim.error.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A handful of threads that ask at once. */
final class Workers implements AutoCloseable {
  /** As many connections as the JDK's HTTP client keeps open to a host. */
  private static final int THREADS = 5;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "pushsim-endpoint");
            thread.setDaemon(true);
            return thread;
          });

  /** Begins a piece of work. */
  <T> CompletableFuture<T> begin(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  /**
   * Waits for the pieces, and gives what came of each, in order.
   *
   * @throws EndpointException where one of them has failed with that
   */
  static <T> List<T> await(List<CompletableFuture<T>> begun) {
    List<T> done = new ArrayList<>();
    for (CompletableFuture<T> work : begun) {
      try {
        done.add(work.join());
      } catch (CompletionException failed) {
        if (Failures.cause(failed) instanceof EndpointException unreachable) {
          throw unreachable;
        }
        throw failed;
      }
    }
    return done;
  }

  /** Lets go what has not begun. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
