package io.pushsim.time;

import static io.pushsim.time.SteppedMachine.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LiveClockTest {
  private static final TimeScale MINUTES = new TimeScale(60_000);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final SteppedMachine machine = new SteppedMachine();

  @Test
  void readsAsTheSystemsClock() {
    LiveClock clock = machine.clock(TimeScale.REAL, Instant.MIN);

    assertThat(clock.instant()).isEqualTo(START);
    machine.pass(SECOND);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void goesOnFromWhereItWas_whenTheSystemsClockIsSetBack() {
    LiveClock clock = machine.clock(TimeScale.REAL, Instant.MIN);
    machine.pass(SECOND);

    machine.setClock(START.minus(HOUR));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    machine.pass(SECOND);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(2));
  }

  /** Nobody reads it between the two: only the monotonic clock tells that an hour more passed. */
  @Test
  void countsAllThatPassed_whenTheSystemsClockWasSetBackUnseen() {
    LiveClock clock = machine.clock(TimeScale.REAL, Instant.MIN);

    machine.setClock(START.minus(HOUR));
    machine.pass(HOUR.multipliedBy(2));

    assertThat(clock.instant()).isEqualTo(START.plus(HOUR.multipliedBy(2)));
  }

  @Test
  void followsTheSystemsClock_whenThatIsSetForward() {
    LiveClock clock = machine.clock(TimeScale.REAL, Instant.MIN);

    machine.setClock(START.plus(HOUR));

    assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
    machine.pass(SECOND);
    assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plusSeconds(1));
  }

  @Test
  void isTheSystemsAgain_whenThatIsSetRightAfterItWasSetBack() {
    LiveClock clock = machine.clock(TimeScale.REAL, Instant.MIN);
    machine.setClock(START.minus(HOUR));
    machine.pass(SECOND);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));

    machine.setClock(START.plusSeconds(5));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void countsByOneClock_whenTheSystemsIsOffByLessThanAMillisecond() {
    LiveClock clock = machine.clock(TimeScale.REAL, Instant.MIN);

    machine.setClock(START.plusNanos(900_000));

    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void beginsAtItsFloor_whenThatIsLater() {
    Instant floor = START.plus(HOUR);
    LiveClock clock = machine.clock(TimeScale.REAL, floor);

    assertThat(clock.instant()).isEqualTo(floor);
    machine.pass(SECOND);
    assertThat(clock.instant()).isEqualTo(floor.plusSeconds(1));
    machine.setClock(floor.plusSeconds(7));
    assertThat(clock.instant()).isEqualTo(floor.plusSeconds(7));
  }

  @Test
  void beginsWithTheSystems_whenItsFloorIsPast() {
    assertThat(machine.clock(MINUTES, START.minus(HOUR)).instant()).isEqualTo(START);
  }

  @Test
  void passesAsFastAsItsScale_whateverTheSystemsClockSays() {
    LiveClock clock = machine.clock(MINUTES, START.plus(HOUR));
    machine.pass(SECOND);
    assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plusSeconds(60));

    machine.setClock(START.plus(HOUR.multipliedBy(24)));
    assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plusSeconds(60));

    machine.setClock(START.minus(HOUR));
    machine.pass(Duration.ofMillis(1));
    assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plusMillis(60_060));
  }

  @Test
  void goesOnForCenturies_atTheFastestScale() {
    LiveClock clock = machine.clock(new TimeScale(100_000_000), Instant.MIN);

    machine.pass(Duration.ofDays(30));

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(3_000_000)));
  }

  @Property
  void neverGoesBack(
      @ForAll List<@IntRange(min = -5_000, max = 5_000) Integer> steps,
      @ForAll @IntRange(min = 1, max = 3) int scale,
      @ForAll @IntRange(min = -3_000, max = 3_000) int floor) {
    SteppedMachine set = new SteppedMachine();
    LiveClock clock = set.clock(new TimeScale(scale * 1000), START.plusMillis(floor));
    Instant last = START.plusMillis(Math.max(0, floor));
    for (int step : steps) {
      Instant before = clock.instant();
      assertThat(before).isAfterOrEqualTo(last);
      set.setClock(set.instant().plusMillis(step));
      set.pass(Duration.ofMillis(Math.abs(step) / 3));
      last = clock.instant();
      assertThat(last).isAfterOrEqualTo(before.plusMillis((long) (Math.abs(step) / 3) * scale));
    }
  }
}
