package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActivityTest {
  private final Activity activity = new Activity();
  private final AtomicInteger woken = new AtomicInteger();

  @Test
  void wakesAtOnce_whenNothingIsUnderWay() {
    Activity.Waiting waiting = activity.whenIdle(woken::incrementAndGet);

    assertThat(woken).hasValue(1);
    assertThat(waiting.cancel()).isFalse();
  }

  @Test
  void wakesOnce_whenTheLastOfEventsAndInvocationsEnds() {
    activity.eventBegins();
    activity.whenIdle(woken::incrementAndGet);
    activity.invocationBegins();
    activity.invocationBegins();
    activity.eventEnds();
    activity.invocationEnds();
    assertThat(woken).hasValue(0);
    assertThat(activity.invocations()).isEqualTo(1);
    assertThat(activity.events()).isZero();

    activity.invocationEnds();
    activity.eventBegins();
    activity.eventEnds();

    assertThat(woken).hasValue(1);
    assertThat(activity.waiting()).isZero();
  }

  @Test
  void wakesNobody_whoHasGone() {
    activity.eventBegins();
    Activity.Waiting waiting = activity.whenIdle(woken::incrementAndGet);

    assertThat(waiting.cancel()).isTrue();
    activity.eventEnds();

    assertThat(woken).hasValue(0);
  }

  @Test
  void losesNobody_whenThreadsBeginAndEndAtTheSameTime() throws InterruptedException {
    int rounds = 20_000;
    CountDownLatch all = new CountDownLatch(2 * rounds);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    for (int thread = 0; thread < 2; thread++) {
      threads.execute(
          () -> {
            for (int i = 0; i < rounds; i++) {
              activity.invocationBegins();
              activity.whenIdle(all::countDown);
              activity.invocationEnds();
            }
          });
    }
    threads.shutdown();

    assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(activity.waiting()).isZero();
  }
}
