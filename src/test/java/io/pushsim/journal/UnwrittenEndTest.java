package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has ended is not let go before that is written: a start in between would do it again. */
class UnwrittenEndTest {
  private final Chronicle chronicle = new Chronicle(0, Long.MAX_VALUE, numbers -> Map.of());
  private long number;

  private List<Long> add(Entry entry) {
    number++;
    return chronicle.add(number, entry).orElseThrow();
  }

  private void addWritten(Entry entry) {
    assertThat(add(entry)).isEmpty();
    chronicle.archived(entry);
  }

  private List<Long> expire() {
    return chronicle.expire(Instant.MAX, 0);
  }

  @Test
  void aDeliveryStays_untilItsEndIsWritten() {
    addWritten(Entries.accepted("a", 0));
    addWritten(Entries.routed("a", 0, 1));
    addWritten(Entries.begun("a", "d", 1));
    Entry end = Entries.done("a", "d", 2);

    assertThat(add(end)).isEmpty();
    assertThat(expire()).isEmpty();
    chronicle.archived(end);

    assertThat(expire()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
  }

  @Test
  void anEventThatCameToNothingStays_untilThatIsWritten() {
    addWritten(Entries.accepted("a", 0));
    Entry routed = Entries.routed("a", 0, 0);

    assertThat(add(routed)).isEmpty();
    assertThat(expire()).isEmpty();
    chronicle.archived(routed);

    assertThat(expire()).containsExactlyInAnyOrder(1L, 2L);
  }
}
