package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each is called in at its time, and not before. */
class WaitingRoomTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final List<List<Integer>> called = new ArrayList<>();
  private final WaitingRoom<Integer> room = new WaitingRoom<>(time, called::add);

  private void add(int second, int who) {
    room.add(Instant.EPOCH.plusSeconds(second), who);
  }

  @Test
  void callsInTheOrderOfTimesThenOfComing() {
    add(5, 1);
    add(2, 2);
    add(5, 3);
    add(2, 4);

    time.advance(Duration.ofSeconds(10));

    assertThat(called).containsExactly(List.of(2, 4), List.of(1, 3));
  }

  @Test
  void callsNobodyBeforeTheirTime() {
    add(5, 1);

    time.advance(Duration.ofMillis(4_999));
    assertThat(called).isEmpty();
    assertThat(room.size()).isOne();

    time.advance(Duration.ofMillis(1));
    assertThat(called).containsExactly(List.of(1));
    assertThat(room.size()).isZero();
  }

  @Test
  void callsWhoComesLaterButIsDueEarlier() {
    add(60, 1);
    time.advance(Duration.ofSeconds(1));
    add(3, 2);

    time.advance(Duration.ofSeconds(2));

    assertThat(called).containsExactly(List.of(2));
  }

  @Test
  void callsAtOnce_whoseTimeIsPast() {
    time.advance(Duration.ofSeconds(9));
    add(5, 1);

    time.runDue();

    assertThat(called).containsExactly(List.of(1));
  }

  @Test
  void callsAllOfACrowd_someAtATime() {
    List<Integer> crowd = IntStream.range(0, 600).boxed().toList();
    crowd.forEach(who -> add(1, who));

    time.advance(Duration.ofSeconds(1));

    assertThat(called).extracting(List::size).containsExactly(256, 256, 88);
    assertThat(called.stream().flatMap(List::stream)).containsExactlyElementsOf(crowd);
  }
}
