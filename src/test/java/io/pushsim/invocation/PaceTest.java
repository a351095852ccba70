package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes first begins first, and no more than may be under way at once. */
class PaceTest {
  private static final int QUICK = 2;
  private static final int MOST = 5;

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final Pace pace = new Pace(time, QUICK, MOST);
  private final List<Integer> begun = new ArrayList<>();
  private final List<Pace.Ticket> tickets = new ArrayList<>();

  private void enter(int count) {
    for (int i = 0; i < count; i++) {
      int number = begun.size() + i;
      pace.enter(
          ticket -> {
            begun.add(number);
            tickets.add(ticket);
          });
    }
    advance(0);
  }

  private void advance(int millis) {
    time.advance(Duration.ofMillis(millis));
  }

  @Test
  void beginsSoMany_andTheNextOneWhenOneEnds() {
    enter(5);
    assertThat(begun).containsExactly(0, 1);

    tickets.get(1).end();
    advance(0);

    assertThat(begun).containsExactly(0, 1, 2);
  }

  @Test
  void letsOthersBegin_whenSomeAreSlow() {
    enter(9);
    advance(49);
    assertThat(begun).hasSize(QUICK);

    advance(1);
    assertThat(begun).hasSize(2 * QUICK);

    advance(1000);
    assertThat(begun).hasSize(MOST);
    tickets.get(0).end();
    advance(0);
    assertThat(begun).hasSize(MOST + 1);
  }

  @Test
  void countsATicketOnce_whenItEndsTwice() {
    enter(4);
    tickets.get(0).end();
    tickets.get(0).end();
    advance(0);

    assertThat(begun).hasSize(QUICK + 1);
  }

  @Test
  void worksOffAll_inTheirOrder() {
    enter(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(begun).hasSize(Math.min(1000, i + QUICK));
      tickets.get(i).end();
      advance(0);
    }
    assertThat(begun).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void setsNoAlarm_whenNobodyWaits() {
    enter(2);
    tickets.forEach(Pace.Ticket::end);

    assertThat(time.runNext()).isFalse();
  }
}
