package io.pushsim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final RatePlan PLAN = RatePlan.parse("1000", Duration.ofSeconds(20)).orElseThrow();

  private static List<Long> all(boolean even, long seed) {
    Arrivals arrivals = new Arrivals(PLAN, even, new SplittableRandom(seed));
    List<Long> times = new ArrayList<>();
    Optional<Long> next = arrivals.next();
    while (next.isPresent()) {
      times.add(next.get());
      next = arrivals.next();
    }
    return times;
  }

  @Test
  void comeAtEqualDistances_whenTheyAreEven() {
    List<Long> times = all(true, 1);

    assertThat(times).hasSize(20_000).startsWith(0L, 1_000_000L, 2_000_000L);
  }

  @Test
  void comeByChance_atTheRateAskedForAndAsDenselyAsAPoissonProcess() {
    List<Long> times = all(false, 1);

    assertThat(times).hasSizeBetween(19_500, 20_500).isSorted();
    double shorterThanAMillisecond =
        java.util.stream.IntStream.range(1, times.size())
            .filter(i -> times.get(i) - times.get(i - 1) < 1_000_000)
            .count();
    assertThat(shorterThanAMillisecond / times.size()).isCloseTo(1 - 1 / Math.E, within(0.02));
  }

  @Test
  void comeAtTheSameTimesForTheSameSeed() {
    assertThat(all(false, 7)).isEqualTo(all(false, 7)).isNotEqualTo(all(false, 8));
  }
}
