package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicateWindowTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final CompletionStage<Void> DURABLE = CompletableFuture.completedFuture(null);
  private static final int THREADS = 4;

  private final DuplicateWindow window = DuplicateWindow.usual();

  @Test
  void hasOneFirst_whenSeveralThreadsAskAtOnce() throws Exception {
    List<ObjectEvent> events = IntStream.range(0, 2000).mapToObj(DuplicateWindowTest::put).toList();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Long>> firsts =
          IntStream.range(0, THREADS)
              .mapToObj(thread -> threads.submit(() -> enterAll(events, start, "" + thread)))
              .toList();

      long sum = 0;
      for (Future<Long> count : firsts) {
        sum += count.get();
      }
      assertThat(sum).isEqualTo(events.size());
    } finally {
      threads.shutdownNow();
    }
  }

  private long enterAll(List<ObjectEvent> events, CyclicBarrier start, String id) throws Exception {
    start.await();
    return events.stream()
        .filter(event -> window.enter(event, first(id), 0, NOW).isEmpty())
        .count();
  }

  @Test
  void knowsNothingOfAnotherWorld() {
    assertThat(window.enter(put(1), first("a"), 0, NOW)).isEmpty();

    assertThat(window.enter(put(1), first("b"), 1, NOW)).isEmpty();
    assertThat(window.enter(put(1), first("late"), 0, NOW)).isEmpty();
    assertThat(window.enter(put(1), first("c"), 1, NOW)).contains(first("b"));
  }

  @Test
  void takesBackOnlyTheFirst() {
    window.enter(put(1), first("a"), 0, NOW);

    window.forget(put(1), first("b"));
    assertThat(window.enter(put(1), first("c"), 0, NOW)).contains(first("a"));
    window.forget(put(1), first("a"));
    assertThat(window.enter(put(1), first("d"), 0, NOW)).isEmpty();
  }

  @Test
  void forgetsTheOldest_andThatOneOnly() {
    DuplicateWindow small = new DuplicateWindow(Duration.ofMinutes(10), 100);
    for (int i = 0; i <= 100; i++) {
      small.enter(put(i), first("" + i), 0, NOW);
    }

    assertThat(small.enter(put(1), first("again"), 0, NOW)).contains(first("1"));
    assertThat(small.enter(put(100), first("again"), 0, NOW)).contains(first("100"));
    assertThat(small.enter(put(0), first("again"), 0, NOW)).isEmpty();
  }

  private static DuplicateWindow.First first(String id) {
    return new DuplicateWindow.First(id, DURABLE);
  }

  private static ObjectEvent put(int request) {
    ObjectEvent event =
        ((AwsEvent)
                new NotificationReader()
                    .read(
                        new TestResource("minio-events/01-put.json")
                            .text()
                            .replace("18EA89DBFA75C975", "%016X".formatted(request)))
                    .get(0))
            .event();
    assertThat(event.request().requestId()).contains("%016X".formatted(request));
    return event;
  }
}
