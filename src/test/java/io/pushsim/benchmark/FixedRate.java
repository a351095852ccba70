package io.pushsim.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a fixed rate, whether or not earlier ones are answered, and measures from the
 * time at which each was meant to be sent.
 */
final class FixedRate {
  private static final int CONNECTIONS = 64;
  private static final int WARM_UP_SECONDS = 3;

  private FixedRate() {}

  /**
   * The latencies of so many seconds, in words.
   *
   * @param bodies of the requests, by their numbers
   */
  static String measure(URI url, int rate, int seconds, LongFunction<Buffer> bodies)
      throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    try {
      HttpClientAgent client =
          vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
      AtomicLong number = new AtomicLong();
      LongFunction<Buffer> next = i -> bodies.apply(number.incrementAndGet());
      run(client, url, rate, WARM_UP_SECONDS, next, new ConcurrentHistogram(3));
      Histogram latencies = new ConcurrentHistogram(3);
      long failed = run(client, url, rate, seconds, next, latencies);
      return "%d answers, %d failed; p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms"
          .formatted(
              latencies.getTotalCount(),
              failed,
              millis(latencies, 50),
              millis(latencies, 90),
              millis(latencies, 99),
              millis(latencies, 99.9),
              latencies.getMaxValue() / 1e6);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  /**
   * Sends so many requests, on all connections as fast as they are answered.
   *
   * @return how many were not answered with a success
   */
  static long send(URI url, int count, LongFunction<Buffer> bodies) throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    try {
      HttpClientAgent client =
          vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
      AtomicLong next = new AtomicLong();
      AtomicLong failed = new AtomicLong();
      CountDownLatch left = new CountDownLatch(count);
      for (int i = 0; i < CONNECTIONS; i++) {
        sendNext(client, url, count, bodies, next, failed, left);
      }
      left.await();
      return failed.get();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static void sendNext(
      HttpClientAgent client,
      URI url,
      int count,
      LongFunction<Buffer> bodies,
      AtomicLong next,
      AtomicLong failed,
      CountDownLatch left) {
    long number = next.getAndIncrement();
    if (number >= count) {
      return;
    }
    post(client, url, bodies.apply(number))
        .onFailure(failure -> failed.incrementAndGet())
        .onComplete(
            answered -> {
              left.countDown();
              sendNext(client, url, count, bodies, next, failed, left);
            });
  }

  /** Fails where it is not answered with a success. */
  private static Future<Buffer> post(HttpClientAgent client, URI url, Buffer body) {
    String query = url.getQuery() == null ? "" : "?" + url.getQuery();
    return client
        .request(HttpMethod.POST, url.getPort(), url.getHost(), url.getPath() + query)
        .compose(request -> request.send(body))
        .compose(
            response ->
                response.statusCode() / 100 == 2
                    ? response.body()
                    : Future.failedFuture("answered " + response.statusCode()));
  }

  private static double millis(Histogram latencies, double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e6;
  }

  private static long run(
      HttpClientAgent client,
      URI url,
      int rate,
      int seconds,
      LongFunction<Buffer> bodies,
      Histogram latencies)
      throws InterruptedException {
    AtomicLong under = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    long start = System.nanoTime();
    long count = (long) rate * seconds;
    for (long i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      under.incrementAndGet();
      post(client, url, bodies.apply(i))
          .onComplete(
              body -> latencies.recordValue(System.nanoTime() - due),
              failure -> failed.incrementAndGet())
          .onComplete(ended -> under.decrementAndGet());
    }
    for (int i = 0; i < 100 && under.get() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return failed.get() + under.get();
  }
}
