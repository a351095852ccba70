package io.pushsim.eventsource.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.Receipt;
import io.pushsim.eventsource.listen.FakeMinio.Script;
import io.pushsim.time.Draws;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Listens to a fake server, and keeps what is heard and what people are told. */
final class ListenBench {
  static final Script SILENT = answer -> answer.stay();
  static final Script ENDLESS = answer -> answer.begin().line(FakeMinio.PING).stay();
  static final ListenPace QUICK =
      new ListenPace(Duration.ofMillis(100), 4, 600, Duration.ofMillis(1), Duration.ofMillis(20));

  /** Tries again as soon, and takes nobody for silent: machines may stand still for a while. */
  static final ListenPace PATIENT =
      new ListenPace(Duration.ofSeconds(1), 60, 600, Duration.ofMillis(1), Duration.ofMillis(20));

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final BlockingQueue<List<BucketNotification>> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final AtomicLong seconds = new AtomicLong();
  // Each look at it is a second later.
  private final InstantSource clock = () -> START.plusSeconds(seconds.getAndIncrement());

  BlockingQueue<List<BucketNotification>> heard() {
    return heard;
  }

  BlockingQueue<String> told() {
    return told;
  }

  List<BucketNotification> nextHeard() throws InterruptedException {
    return next(heard);
  }

  String nextTold() throws InterruptedException {
    return next(told);
  }

  BucketListeners listen(FakeMinio server, ListenPace pace, String... buckets) {
    List<String> names = buckets.length == 0 ? List.of("examplebucket") : List.of(buckets);
    return started(server, pace, false, this::keep, names);
  }

  /** With somebody else who takes what is heard. */
  BucketListeners listening(
      FakeMinio server,
      ListenPace pace,
      boolean originals,
      Function<List<BucketNotification>, CompletionStage<Receipt>> taker) {
    return started(server, pace, originals, taker, List.of("examplebucket"));
  }

  private BucketListeners started(
      FakeMinio server,
      ListenPace pace,
      boolean originals,
      Function<List<BucketNotification>, CompletionStage<Receipt>> taker,
      List<String> buckets) {
    BucketListeners listeners =
        new BucketListeners(
            new ListenedServer(server.endpoint(), "listener", "secretsecret", "eu-west-1", buckets),
            pace,
            originals,
            taker,
            clock,
            new Draws(1),
            told::add);
    listeners.start();
    return listeners;
  }

  CompletionStage<Receipt> keep(List<BucketNotification> events) {
    heard.add(events);
    return CompletableFuture.completedFuture(new Receipt(1, 0, 0, 0));
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(30, TimeUnit.SECONDS);
    assertThat(next).as("what should have come").isNotNull();
    return next;
  }

  static void awaitThreadsEnd(String name) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        thread.join(30_000);
        assertThat(thread.isAlive()).as(name).isFalse();
      }
    }
  }
}
