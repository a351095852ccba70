package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Holds what a sorted map holds, whatever comes and goes. */
class ByNumberTest {

  @Property(tries = 300)
  void holdsWhatASortedMapHolds(
      @ForAll @IntRange(min = 1, max = 400) int steps,
      @ForAll @IntRange(min = 0, max = 100) int percentOutOfOrder,
      @ForAll @IntRange(min = 1, max = 100) int percentPut,
      @ForAll long seed) {
    Random random = new Random(seed);
    TreeMap<Long, String> expected = new TreeMap<>();
    ByNumber<String> actual = new ByNumber<>();
    for (int step = 0; step < steps; step++) {
      boolean outOfOrder = random.nextInt(100) < percentOutOfOrder;
      if (expected.isEmpty() || random.nextInt(100) < percentPut) {
        long number = outOfOrder ? random.nextInt(steps) : steps + step;
        expected.put(number, "thing " + step);
        actual.put(number, "thing " + step);
      } else {
        long number = outOfOrder ? random.nextInt(2 * steps) : expected.firstKey();
        expected.remove(number);
        actual.remove(number);
      }
      assertSame(actual, expected, random.nextInt(2 * steps));
    }
  }

  private static void assertSame(
      ByNumber<String> actual, NavigableMap<Long, String> expected, long number) {
    assertThat(actual.size()).isEqualTo(expected.size());
    assertThat(actual.isEmpty()).isEqualTo(expected.isEmpty());
    assertThat(actual.get(number).orElse("-")).isEqualTo(expected.getOrDefault(number, "-"));
    assertThat(actual.descending()).containsExactlyElementsOf(expected.descendingMap().values());
    assertThat(actual.descending(number))
        .containsExactlyElementsOf(expected.headMap(number, false).descendingMap().values());
  }

  @Test
  void holdsNothing_whenItWasCleared() {
    ByNumber<String> numbers = new ByNumber<>();
    for (int number = 0; number < 100; number++) {
      numbers.put(number, "thing");
    }

    numbers.clear();

    assertSame(numbers, new TreeMap<>(), 50);
    numbers.put(7, "late");
    assertThat(numbers.descending()).containsExactly("late");
  }

  @Test
  void takesNoMoreRoomThanItNeeds_whenManyComeAndGo() {
    ByNumber<String> numbers = new ByNumber<>();
    numbers.put(0, "stays");
    for (int number = 1; number < 1_000_000; number++) {
      numbers.put(number, "goes");
      numbers.remove(number);
    }

    assertThat(numbers.descending()).containsExactly("stays");
    assertThat(numbers.room()).isLessThan(100);
  }
}
