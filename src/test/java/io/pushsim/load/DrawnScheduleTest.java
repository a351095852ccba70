package io.pushsim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrawnScheduleTest {
  private static final DrawnSchedule SCHEDULE =
      new DrawnSchedule(
          RatePlan.parse("100", Duration.ofSeconds(10)).orElseThrow(),
          false,
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          new Mix(List.of(event("a", 1), event("b", 3)), KeyTemplate.OWN));

  private static LoadEvent event(String key, int weight) {
    return new LoadEvent(
        new ObjectEvent(
            EventType.OBJECT_CREATED_PUT,
            Instant.EPOCH,
            "examplebucket",
            new S3Object(
                key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new ObjectEvent.Request("AWS:1", "127.0.0.1", Optional.empty(), Optional.empty()),
            Optional.empty()),
        weight);
  }

  private static List<Shot> shots(int sender, long seed) {
    Schedule.Shots shots = SCHEDULE.shots(new Schedule.Sender(sender, 2, 0, seed));
    List<Shot> all = new ArrayList<>();
    for (Optional<Shot> next = shots.next(); next.isPresent(); next = shots.next()) {
      all.add(next.get());
    }
    return all;
  }

  @Test
  void drawsEventsByTheirWeights_andMeasuresThemAfterTheWarmUp() {
    List<Shot> shots = shots(0, 1);

    long ofB = shots.stream().filter(shot -> shot.key().equals("b")).count();
    assertThat((double) ofB / shots.size()).isCloseTo(0.75, within(0.08));
    assertThat(shots)
        .allMatch(shot -> shot.isMeasured() == shot.due() >= Duration.ofSeconds(2).toNanos());
    assertThat(shots).extracting(Shot::number).startsWith(0L, 2L, 4L);
  }

  @Test
  void drawsTheSameForTheSameSeed_andOtherTimesForEachSender() {
    assertThat(shots(1, 5)).extracting(Shot::due).isEqualTo(dues(shots(1, 5)));
    assertThat(dues(shots(0, 5))).isNotEqualTo(dues(shots(1, 5)));
    assertThat(dues(shots(0, 5))).isNotEqualTo(dues(shots(0, 6)));
  }

  private static List<Long> dues(List<Shot> shots) {
    return shots.stream().map(Shot::due).toList();
  }

  @Test
  void tellsHowManyAreDue() {
    assertThat(SCHEDULE.pushesUntil(0)).isZero();
    assertThat(SCHEDULE.pushesUntil(3)).isEqualTo(300);
    assertThat(SCHEDULE.pushesUntil(11)).isEqualTo(1000);
    assertThat(SCHEDULE.pushesUntil(-2)).isCloseTo(-110, within(1e-9));
  }
}
