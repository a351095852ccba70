package io.pushsim.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
  private final BodyBudget budget = new BodyBudget(100);

  @Test
  void givesNoMoreThanThereIs() {
    BodyBudget.Share one = budget.share();
    BodyBudget.Share other = budget.share();

    assertThat(one.tryTake(60)).isTrue();
    assertThat(other.tryTake(41)).isFalse();
    assertThat(other.tryTake(40)).isTrue();
    assertThat(budget.isExhausted()).isTrue();
    assertThat(one.tryTake(1)).isFalse();
    assertThat(budget.taken()).isEqualTo(100);
  }

  @Test
  void getsBackWhatWasTaken_once() {
    BodyBudget.Share share = budget.share();
    assertThat(share.tryTake(30)).isTrue();
    share.take(100);

    share.giveBack();
    share.giveBack();

    assertThat(budget.taken()).isZero();
    assertThat(share.tryTake(1)).as("after it was given back").isFalse();
    share.take(1);
    assertThat(budget.taken()).isZero();
  }

  @Test
  void losesNothing_whenManyTakeAndGiveBack() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> work =
        IntStream.range(0, 4)
            .<Future<?>>mapToObj(i -> threads.submit(this::takeAndGiveBack))
            .toList();
    for (Future<?> done : work) {
      done.get();
    }
    threads.shutdown();

    assertThat(budget.taken()).isZero();
  }

  private void takeAndGiveBack() {
    for (int i = 0; i < 20_000; i++) {
      BodyBudget.Share share = budget.share();
      share.tryTake(1 + i % 40);
      share.tryTake(1 + i % 7);
      assertThat(budget.taken()).isLessThanOrEqualTo(100);
      share.giveBack();
    }
  }
}
