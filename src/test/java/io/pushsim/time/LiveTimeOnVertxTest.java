package io.pushsim.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Live time on Vert.x's own timers. */
class LiveTimeOnVertxTest {
  private final Vertx vertx = Vertx.vertx();
  private final VertxLoop loop = new VertxLoop(vertx);
  private final LiveTime time = LiveTime.ofMachine(loop);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void runsWhatIsDue_inTheOrderInWhichItWasAsked() throws InterruptedException {
    List<Integer> ran = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1000);
    Instant past = time.instant().minusSeconds(1);

    for (int i = 0; i < 1000; i++) {
      int number = i;
      time.at(
          past,
          () -> {
            ran.add(number);
            done.countDown();
          });
    }

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
  }

  @Test
  void runsNothingEarly_byItsOwnClock() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(20);
    List<Duration> early = new CopyOnWriteArrayList<>();

    for (int i = 0; i < 20; i++) {
      Instant due = time.instant().plus(Duration.ofNanos(i * 1_700_000L));
      time.at(
          due,
          () -> {
            Duration left = Duration.between(time.instant(), due);
            if (!left.isNegative() && !left.isZero()) {
              early.add(left);
            }
            done.countDown();
          });
    }

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(early).isEmpty();
  }

  @Test
  void runsTasksOfSeveralThreads_oneAtATime() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(400);
    int[] count = {0};
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                thread ->
                    new Thread(
                        () -> {
                          for (int i = 0; i < 100; i++) {
                            time.at(
                                time.instant().plusMillis(i % 3),
                                () -> {
                                  count[0]++;
                                  done.countDown();
                                });
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(count[0]).isEqualTo(400);
  }

  @Test
  void runsNot_whatWasTakenBack() throws InterruptedException {
    List<String> ran = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    Scheduler.Scheduled taken = time.at(time.instant().plusMillis(20), () -> ran.add("taken back"));

    taken.cancel();
    taken.cancel();
    time.at(time.instant().plusMillis(40), done::countDown);

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).isEmpty();
  }

  @Test
  void passesAsFastAsItsScale() throws InterruptedException {
    LiveTime fast = LiveTime.simulated(loop, new TimeScale(100_000_000), Instant.MIN);
    List<Boolean> early = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    Instant due = fast.instant().plus(Duration.ofHours(1));

    fast.at(
        due,
        () -> {
          early.add(fast.instant().isBefore(due));
          done.countDown();
        });

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(early).containsExactly(false);
  }

  @Test
  void runsTheNext_whenATaskFails() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    vertx.exceptionHandler(failure -> told.countDown());

    time.at(
        time.instant(),
        () -> {
          throw new IllegalStateException("as expected");
        });
    time.at(time.instant(), done::countDown);

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void standsStill_whenVertxIsClosed() {
    close();
    List<String> ran = new CopyOnWriteArrayList<>();

    time.at(time.instant(), () -> ran.add("late")).cancel();

    assertThat(ran).isEmpty();
  }
}
