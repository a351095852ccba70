package io.pushsim.time;

import static io.pushsim.time.SteppedMachine.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Live time on a machine whose clocks go on when told to. */
class LiveTimeTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final SteppedMachine machine = new SteppedMachine();
  private final LiveTime time = on(machine, TimeScale.REAL);
  private final List<String> ran = new ArrayList<>();

  private static LiveTime on(SteppedMachine machine, TimeScale scale) {
    return new LiveTime(machine.clock(scale, Instant.MIN), machine);
  }

  @Property
  void runsInTheOrderOfDueTimeThenOfScheduling_andNothingEarly(
      @ForAll @Size(max = 150) List<@IntRange(max = 20) Integer> delays,
      @ForAll @IntRange(min = 10, max = 5_000) int thousandths) {
    SteppedMachine own = new SteppedMachine();
    LiveTime ordered = on(own, new TimeScale(thousandths));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < delays.size(); i++) {
      int number = i;
      Instant due = START.plusMillis(delays.get(i));
      ordered.at(
          due,
          () -> {
            assertThat(ordered.instant()).isAfterOrEqualTo(due);
            order.add(number);
          });
    }

    own.pass(HOUR);

    assertThat(order)
        .isEqualTo(
            IntStream.range(0, delays.size())
                .boxed()
                .sorted(Comparator.comparing(delays::get))
                .toList());
  }

  @Test
  void runsWhatIsPast_afterWhatWasDueBefore() {
    time.at(START, () -> ran.add("due"));
    time.at(Instant.MIN, () -> ran.add("long past"));

    machine.pass(MOMENT);

    assertThat(ran).containsExactly("due", "long past");
  }

  @Test
  void runsATaskWhenItsTimeHasPassed_thoughTheSystemsClockWasSetForward() {
    time.at(START.plus(MINUTE), () -> ran.add(time.instant().toString()));

    machine.setClock(START.plus(HOUR));
    assertThat(time.instant()).isEqualTo(START.plus(HOUR));
    machine.pass(MINUTE.minusSeconds(1));
    assertThat(ran).isEmpty();

    machine.pass(Duration.ofSeconds(1).plus(MOMENT));
    assertThat(ran).containsExactly("2026-01-01T01:01:00.001Z");
  }

  @Test
  void runsATaskWhenItsTimeHasPassed_thoughTheSystemsClockWasSetBack() {
    time.at(START.plus(MINUTE), () -> ran.add(time.instant().toString()));

    machine.setClock(START.minus(HOUR));
    machine.pass(MINUTE.minusSeconds(1));
    assertThat(ran).isEmpty();

    machine.pass(Duration.ofSeconds(1).plus(MOMENT));
    assertThat(ran).containsExactly("2026-01-01T00:01:00.001Z");
  }

  @Test
  void countsFromTheNewTime_whenATaskIsScheduledAfterTheClockWasSet() {
    machine.setClock(START.plus(HOUR));

    time.at(START.plus(MINUTE), () -> ran.add("past"));
    time.at(START.plus(HOUR).plus(MINUTE), () -> ran.add("future"));

    machine.pass(MOMENT);
    assertThat(ran).containsExactly("past");
    machine.pass(MINUTE);
    assertThat(ran).containsExactly("past", "future");
  }

  @ParameterizedTest
  @CsvSource({"60, PT1S", "0.01, PT1H40M", "100000, PT0.001S"})
  void waitsAsItsScaleSays(String scale, Duration wait) {
    LiveTime scaled = on(machine, TimeScale.parse(scale).orElseThrow());
    scaled.at(START.plus(MINUTE), () -> ran.add("due"));

    machine.pass(wait.minusNanos(1_000_000));
    assertThat(ran).isEmpty();
    machine.pass(MOMENT.multipliedBy(3));

    assertThat(ran).containsExactly("due");
  }

  @ParameterizedTest
  @CsvSource({"0.01", "1", "100000"})
  void waits_howeverFarOffItsTimeIs(String scale) {
    LiveTime scaled = on(machine, TimeScale.parse(scale).orElseThrow());
    scaled.at(Instant.MAX, () -> ran.add("never"));
    scaled.at(scaled.instant().plus(MOMENT), () -> ran.add("soon"));

    machine.pass(Duration.ofHours(30));

    assertThat(ran).containsExactly("soon");
    assertThat(machine.timers()).isEqualTo(1);
  }

  @Test
  void setsOneTimer_howeverManyTasksWait() {
    int[] count = {0};
    for (int i = 0; i < 100_000; i++) {
      time.at(START.plus(HOUR).minusMillis(i % 1000), () -> count[0]++);
      machine.pass(Duration.ZERO);
    }

    assertThat(machine.timers()).isEqualTo(1);
    assertThat(count[0]).isZero();
    machine.pass(HOUR.plus(MOMENT));
    assertThat(count[0]).isEqualTo(100_000);
    assertThat(machine.timers()).isZero();
  }

  @Test
  void doesNotRun_whenATaskIsTakenBack() {
    List<Scheduler.Scheduled> taken = new ArrayList<>();
    time.at(START, () -> taken.forEach(Scheduler.Scheduled::cancel));
    taken.add(time.at(START, () -> ran.add("due as well")));
    taken.add(time.at(START.plus(MINUTE), () -> ran.add("later")));
    time.at(START.plus(MINUTE), () -> ran.add("stays"));

    machine.pass(HOUR);
    taken.forEach(Scheduler.Scheduled::cancel);

    assertThat(ran).containsExactly("stays");
  }

  @Test
  void runsALaterTask_whenTheOneThatTheTimerWasFor_isTakenBack() {
    Scheduler.Scheduled first = time.at(START.plus(MINUTE), () -> ran.add("first"));
    machine.pass(MOMENT);
    first.cancel();
    time.at(START.plus(MINUTE.multipliedBy(2)), () -> ran.add("second"));

    machine.pass(MINUTE);
    assertThat(ran).isEmpty();
    machine.pass(MINUTE);

    assertThat(ran).containsExactly("second");
  }

  @Test
  void runsTheOthers_whenATaskFails() {
    time.at(
        START,
        () -> {
          throw new IllegalStateException("as expected");
        });
    time.at(START, () -> ran.add("next"));
    time.at(START.plus(MINUTE), () -> ran.add("later"));

    assertThatThrownBy(() -> machine.pass(MOMENT)).hasMessage("as expected");
    machine.pass(HOUR);

    assertThat(ran).containsExactly("next", "later");
  }

  @Test
  void letsTheLoopSeeToOtherThings_whenTasksAreDueWithoutEnd() {
    Runnable[] again = new Runnable[1];
    int[] left = {1000};
    again[0] =
        () -> {
          if (left[0]-- > 0) {
            time.at(time.instant(), again[0]);
          }
        };
    time.at(START, again[0]);
    machine.run(() -> ran.add("other, with %d left".formatted(left[0])));

    machine.pass(MOMENT);

    assertThat(ran).containsExactly("other, with 936 left");
    assertThat(left[0]).isEqualTo(-1);
  }
}
