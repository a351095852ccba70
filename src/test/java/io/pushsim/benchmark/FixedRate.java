package io.pushsim.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a fixed rate, whether or not earlier ones are answered, and measures from the
 * time at which each was meant to be sent.
 */
final class FixedRate {
  private static final Buffer EVENT = Buffer.buffer("{\"key1\":\"value1\"}");
  private static final int CONNECTIONS = 64;
  private static final int WARM_UP_SECONDS = 3;

  private FixedRate() {}

  /** The latencies of so many seconds, in words. */
  static String measure(URI url, int rate, int seconds) throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    try {
      HttpClientAgent client =
          vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
      run(client, url, rate, WARM_UP_SECONDS, new ConcurrentHistogram(3));
      Histogram latencies = new ConcurrentHistogram(3);
      long failed = run(client, url, rate, seconds, latencies);
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

  private static double millis(Histogram latencies, double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e6;
  }

  private static long run(
      HttpClientAgent client, URI url, int rate, int seconds, Histogram latencies)
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
      client
          .request(
              HttpMethod.POST, url.getPort(), url.getHost(), url.getPath() + "?" + url.getQuery())
          .compose(request -> request.send(EVENT))
          .compose(HttpClientResponse::body)
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
