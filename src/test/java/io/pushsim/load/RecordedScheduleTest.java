package io.pushsim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedScheduleTest {
  private static final Instant FIRST = Instant.parse("2026-01-02T03:04:05Z");
  private static final long START = 5_000_000_000L;
  private static final long SECOND = 1_000_000_000L;

  /** Events at these milliseconds, whose keys say them. */
  private static Recording at(int... millis) {
    return new Recording(
        "events.ndjson",
        Arrays.stream(millis)
            .mapToObj(
                after ->
                    new ObjectEvent(
                        EventType.OBJECT_CREATED_PUT,
                        FIRST.plusMillis(after),
                        "examplebucket",
                        new S3Object(
                            "at " + after,
                            Optional.of(1L),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                        new ObjectEvent.Request(
                            "AWS:1", "127.0.0.1", Optional.empty(), Optional.empty()),
                        Optional.empty()))
            .toList(),
        0);
  }

  private static RecordedSchedule schedule(double speed, Duration warmUp, int... millis) {
    return new RecordedSchedule(at(millis), speed, warmUp);
  }

  private static List<Shot> shots(Schedule schedule, int sender, int senders) {
    Schedule.Shots shots = schedule.shots(new Schedule.Sender(sender, senders, START, 1));
    List<Shot> all = new ArrayList<>();
    for (Optional<Shot> next = shots.next(); next.isPresent(); next = shots.next()) {
      all.add(next.get());
    }
    return all;
  }

  @Test
  void sendsEachEventOnce_atItsDistanceFromTheFirst() {
    List<Shot> shots = shots(schedule(1, Duration.ZERO, 1200, 0, 250), 0, 1);

    assertThat(shots).extracting(Shot::key).containsExactly("at 0", "at 250", "at 1200");
    assertThat(shots)
        .extracting(shot -> shot.due() - START)
        .containsExactly(0L, 250_000_000L, 1_200_000_000L);
    assertThat(shots).extracting(Shot::number).containsExactly(0L, 1L, 2L);
    assertThat(shots).allMatch(Shot::isMeasured);
  }

  @Test
  void dividesTheDistancesByTheSpeed() {
    RecordedSchedule schedule = schedule(10, Duration.ZERO, 0, 250, 30_000);

    assertThat(schedule.duration()).isEqualTo(Duration.ofSeconds(3));
    assertThat(schedule.meanRate()).isEqualTo(1);
    assertThat(shots(schedule, 0, 1))
        .extracting(shot -> shot.due() - START)
        .containsExactly(0L, 25_000_000L, 3 * SECOND);
  }

  @Test
  void isStretched_whenItIsToBeSlower() {
    assertThat(schedule(0.5, Duration.ZERO, 0, 1500).duration()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void takesASecondAtLeast_soThatABurstHasARate() {
    RecordedSchedule burst = schedule(1, Duration.ZERO, 7, 7, 7);

    assertThat(burst.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(burst.meanRate()).isEqualTo(3);
    assertThat(shots(burst, 0, 1)).extracting(Shot::due).containsOnly(START);
  }

  @Test
  void isSentBySeveralSendersTogether() {
    RecordedSchedule schedule = schedule(1, Duration.ofSeconds(4), 0, 100, 200, 300, 2000);
    List<Shot> together = new ArrayList<>();
    for (int sender = 0; sender < 3; sender++) {
      together.addAll(shots(schedule, sender, 3));
    }

    assertThat(together)
        .extracting(shot -> shot.number() + " " + shot.due() + " " + shot.key())
        .containsExactlyInAnyOrderElementsOf(
            shots(schedule, 0, 1).stream()
                .map(shot -> shot.number() + " " + shot.due() + " " + shot.key())
                .toList());
  }

  @Test
  void warmsUpWithTheSameEventsAgainAndAgain_atAGrowingRate() {
    RecordedSchedule schedule = schedule(1, Duration.ofSeconds(10), 0, 1000, 2000);

    List<Shot> shots = shots(schedule, 0, 1);
    List<Shot> warm = shots.stream().filter(shot -> !shot.isMeasured()).toList();

    // 1.5 pushes a second on average at the end, a tenth of that at the begin.
    assertThat(warm).hasSize(9);
    assertThat(warm)
        .extracting(Shot::key)
        .startsWith("at 0", "at 1000", "at 2000", "at 0", "at 1000");
    assertThat(warm).extracting(Shot::due).isSorted().allMatch(due -> due < START + 10 * SECOND);
    assertThat(warm.get(1).due() - warm.get(0).due())
        .isGreaterThan(warm.get(8).due() - warm.get(7).due());
    assertThat(shots.subList(9, 12))
        .extracting(shot -> shot.key() + " " + (shot.due() - START) / SECOND)
        .containsExactly("at 0 10", "at 1000 11", "at 2000 12");
  }

  @Test
  void primesWithTheFirstEvents() {
    RecordedSchedule schedule = schedule(1, Duration.ofSeconds(1), 0, 1000);

    assertThat(schedule.priming(0, 20).key()).isEqualTo("at 0");
    assertThat(schedule.priming(3, 20).key()).isEqualTo("at 1000");
    assertThat(schedule.priming(3, 20).number()).isEqualTo(-4);
    assertThat(schedule.priming(3, 20).isMeasured()).isFalse();
  }

  @Test
  void tellsHowManyAreDue() {
    RecordedSchedule schedule = schedule(2, Duration.ofSeconds(10), 0, 1000, 1000, 4000);

    assertThat(schedule.pushesUntil(0)).isEqualTo(1);
    assertThat(schedule.pushesUntil(0.4)).isEqualTo(1);
    assertThat(schedule.pushesUntil(0.5)).isEqualTo(3);
    assertThat(schedule.pushesUntil(2)).isEqualTo(4);
    assertThat(schedule.pushesUntil(99)).isEqualTo(4);
    // From 0.2 pushes a second to 2: 11 in ten seconds.
    assertThat(schedule.pushesUntil(-10)).isCloseTo(-11, within(1e-9));
  }
}
