package io.pushsim.hostile;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code neighbour}, invoked over HTTP at a fixed rate, whether or not earlier
 * invocations are answered, until it is closed. Latencies count from when each was due.
 */
public final class Neighbour implements AutoCloseable {
  /** Answers its number, unless somebody else's doing reaches it. */
  public static final String HANDLER =
      "exports.handler = async (event) => ({}).polluted ?? globalThis.kept ?? event.n;";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final long interval;
  private final Thread thread = new Thread(this::run, "neighbour");
  private final Phaser underWay = new Phaser(1);
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private volatile Histogram latencies = new ConcurrentHistogram(3);
  private volatile boolean over;

  /**
   * Begins.
   *
   * @param rate a second
   */
  public Neighbour(URI endpoint, int rate) {
    this.url = endpoint.resolve("/2015-03-31/functions/neighbour/invocations");
    this.interval = 1_000_000_000L / rate;
    thread.start();
  }

  private void run() {
    long start = System.nanoTime();
    for (int i = 0; !over; i++) {
      long due = start + i * interval;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      send(i, due);
    }
  }

  private void send(int number, long due) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("{\"n\":" + number + "}"))
            .build();
    underWay.register();
    sent.incrementAndGet();
    var unused =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
            .whenComplete((answer, failure) -> ended(number, due, answer, failure));
  }

  private void ended(
      int number, long due, @Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
    latencies.recordValue(System.nanoTime() - due);
    if (answer == null) {
      wrong.add(number + ": " + failure);
    } else if (answer.statusCode() != 200
        || answer.headers().firstValue("X-Amz-Function-Error").isPresent()
        || !answer.body().equals(Integer.toString(number))) {
      wrong.add(number + ": " + answer.statusCode() + " " + answer.body());
    } else {
      answered.incrementAndGet();
    }
    underWay.arriveAndDeregister();
  }

  /** The latencies since the last call, in nanoseconds. */
  public Histogram latencies() {
    Histogram taken = latencies;
    latencies = new ConcurrentHistogram(3);
    return taken;
  }

  /** How many invocations were sent. */
  public int sent() {
    return sent.get();
  }

  /** How many were answered as they should be. */
  public int answered() {
    return answered.get();
  }

  /** What was answered otherwise, or not. */
  public List<String> wrong() {
    return wrong;
  }

  /** Sends no more, and waits for the answers. */
  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    underWay.arriveAndAwaitAdvance();
  }
}
