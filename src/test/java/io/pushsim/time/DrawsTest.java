package io.pushsim.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pushsim.function.Alias;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
  private static final int DRAWS = 100_000;
  private static final int CELLS = 100;

  /** What chi-square with 99 degrees of freedom exceeds once in a million times. */
  private static final double LARGEST_CHI_SQUARE = 181;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 42, -1, Long.MAX_VALUE, 20260101})
  void areUniform_whenIdsCountUp(long seed) {
    Draws draws = new Draws(seed);

    assertUniform(IntStream.range(0, DRAWS).mapToDouble(i -> draws.unit("id-" + i, 1, "weight")));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 42, -1, Long.MAX_VALUE, 20260101})
  void areUniform_whenAttemptsCountUp(long seed) {
    Draws draws = new Draws(seed);

    assertUniform(IntStream.range(0, DRAWS).mapToDouble(i -> draws.unit("id", i, "weight")));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 42, -1, Long.MAX_VALUE, 20260101})
  void areUniform_whenSeedsCountUp(long first) {
    assertUniform(
        IntStream.range(0, DRAWS).mapToDouble(i -> new Draws(first + i).unit("id", 1, "weight")));
  }

  /** Two draws for the same id say nothing of each other. */
  @Test
  void areIndependent_whenOnlyThePurposeDiffers() {
    Draws draws = new Draws(3);
    int both = 0;
    for (int i = 0; i < DRAWS; i++) {
      if (draws.unit("id-" + i, 1, "a") < 0.5 && draws.unit("id-" + i, 1, "b") < 0.5) {
        both++;
      }
    }

    assertThat((double) both / DRAWS).isCloseTo(0.25, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.01", "0.1", "0.25", "0.5", "0.9", "1"})
  void splitAnAliasByItsWeight(double weight) {
    Alias alias =
        new Alias("PROD", "1", Optional.of(new Alias.AdditionalVersion("2", weight)), "", "");
    Draws draws = new Draws(7);
    Ids ids = Ids.seeded(draws);
    long second =
        IntStream.range(0, DRAWS)
            .mapToObj(i -> alias.choose(draws.unit(ids.get().toString(), 1, "alias weight")))
            .filter("2"::equals)
            .count();

    // Four standard deviations.
    double tolerance = 4 * Math.sqrt(weight * (1 - weight) / DRAWS);
    assertThat((double) second / DRAWS).isCloseTo(weight, within(tolerance));
  }

  @Property(tries = 200)
  void areTheSameInAnyOrder(@ForAll long seed, @ForAll @StringLength(max = 20) String prefix) {
    Draws draws = new Draws(seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
    Map<Integer, Double> drawn = new HashMap<>();
    order.forEach(i -> drawn.put(i, draws.unit(prefix + i, i, "weight")));
    Collections.shuffle(order, new Random(seed));

    assertThat(order)
        .allSatisfy(
            i -> assertThat(new Draws(seed).unit(prefix + i, i, "weight")).isEqualTo(drawn.get(i)));
  }

  @Property
  void liesBetweenZeroAndOne(
      @ForAll long seed, @ForAll String id, @ForAll int attempt, @ForAll String purpose) {
    assertThat(new Draws(seed).unit(id, attempt, purpose)).isBetween(0.0, Math.nextDown(1.0));
  }

  @Property
  void isAVersion4Uuid(@ForAll long seed, @ForAll String id, @ForAll int attempt) {
    UUID uuid = new Draws(seed).uuid(id, attempt, "id");

    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  /** What moves from one text to the next makes another draw. */
  @Test
  void differ_whenTheSameLettersAreDividedOtherwise() {
    Draws draws = new Draws(1);
    Set<Long> drawn = new HashSet<>();
    drawn.add(draws.bits("ab", 1, "c"));
    drawn.add(draws.bits("a", 1, "bc"));
    drawn.add(draws.bits("", 1, "abc"));
    drawn.add(draws.bits("abc", 1, ""));
    drawn.add(draws.bits("ab", 2, "c"));
    drawn.add(draws.bits("ab", -1, "c"));

    assertThat(drawn).hasSize(6);
  }

  @Test
  void neverMeet_whenManyIdsAreDrawn() {
    Ids ids = Ids.seeded(new Draws(0));

    assertThat(IntStream.range(0, 200_000).mapToObj(i -> ids.get()).distinct()).hasSize(200_000);
  }

  @Test
  void repeat_whenTheSeedIsTheSame() {
    Ids one = Ids.seeded(new Draws(5));
    Ids same = Ids.seeded(new Draws(5));
    Ids other = Ids.seeded(new Draws(6));

    UUID first = one.get();
    assertThat(same.get()).isEqualTo(first);
    assertThat(other.get()).isNotEqualTo(first);
    assertThat(one.get()).isNotEqualTo(first);
  }

  /** Over many seeds chi-square has its own mean: the draws are neither too uneven nor too even. */
  @Test
  void areAsUnevenAsChanceMakesThem() {
    int seeds = 300;

    double mean =
        IntStream.range(0, seeds)
            .mapToDouble(
                seed ->
                    chiSquare(
                        IntStream.range(0, 10_000)
                            .mapToDouble(i -> new Draws(seed).unit("id-" + i, 1, "weight"))))
            .average()
            .orElseThrow();

    double standardError = Math.sqrt(2.0 * (CELLS - 1) / seeds);
    assertThat(mean).isCloseTo(CELLS - 1, within(4 * standardError));
  }

  private static void assertUniform(DoubleStream drawn) {
    assertThat(chiSquare(drawn)).isLessThan(LARGEST_CHI_SQUARE);
  }

  private static double chiSquare(DoubleStream drawn) {
    long[] cells = new long[CELLS];
    drawn.forEach(value -> cells[(int) (value * CELLS)]++);
    double expected = (double) Arrays.stream(cells).sum() / CELLS;
    double chiSquare = 0;
    for (long cell : cells) {
      chiSquare += (cell - expected) * (cell - expected) / expected;
    }
    return chiSquare;
  }
}
