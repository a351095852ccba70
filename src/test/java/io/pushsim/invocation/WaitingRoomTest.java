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
  private final Pace pace = new Pace(time, 1, 1);
  private final WaitingRoom<Integer> room = new WaitingRoom<>(time, pace, this::calledIn);
  private boolean isSlow;

  private void calledIn(List<Integer> who) {
    called.add(who);
    if (!isSlow) {
      room.entered();
    }
  }

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

  @Test
  void callsNobody_untilThoseWhoWereCalledAreIn() {
    isSlow = true;
    IntStream.range(0, 300).forEach(who -> add(1, who));
    time.advance(Duration.ofSeconds(5));
    assertThat(called).hasSize(1);
    assertThat(room.isBehind()).isTrue();

    room.entered();
    time.runDue();

    assertThat(called).extracting(List::size).containsExactly(256, 44);
  }

  @Test
  void callsNobody_whenThereIsNoRoom_untilThereIs() {
    List<Pace.Ticket> tickets = new ArrayList<>();
    IntStream.range(0, 800).forEach(i -> pace.enter(tickets::add));
    add(1, 1);
    time.advance(Duration.ofSeconds(1));
    assertThat(called).isEmpty();
    assertThat(room.isBehind()).isTrue();

    while (called.isEmpty() && tickets.size() < 800) {
      tickets.get(tickets.size() - 1).end();
      time.runDue();
    }

    assertThat(called).containsExactly(List.of(1));
    assertThat(tickets).hasSize(800 - 512);
    assertThat(room.isBehind()).isFalse();
  }
}
