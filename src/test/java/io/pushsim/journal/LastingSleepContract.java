package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A journal that lasts does the same, and has of many but the youngest awake when it is opened. */
public abstract class LastingSleepContract extends SleepContract {
  private static final int MOST_AWAKE = 10_000;

  @Test
  void ofManyOnlyTheYoungestAreAwake_whenTheJournalIsOpenedAgain() {
    List<Entry> many = new ArrayList<>();
    for (int i = 0; i < MOST_AWAKE + 5; i++) {
      many.add(Entries.accepted("event " + i, i / 1000));
    }
    append(many);
    append(Entries.routed("event 1", 20, 1));
    append(Entries.begun("event 1", "delivery 1", 20));
    append(Entries.done("event 1", "delivery 1", 21));
    append(Entries.routed("event 2", 22, 0));
    append(Entries.routed("event 3", 22, 1));
    append(Entries.begun("event 3", "delivery 3", 22));
    append(Entries.heldBack("event 3", "delivery 3", 23));
    settle();
    Optional<DeliveryAccount> ended = history().delivery("delivery 1");
    Optional<DeliveryAccount> waits = history().delivery("delivery 3");
    List<EventAccount> events = events(EventQuery.ALL);
    long all = history().count(EventQuery.ALL);

    told();

    assertThat(asleep()).extracting(Asleep::isDelivery).containsExactly(false, false, false);
    assertThat(history().owed()).hasSize(MOST_AWAKE);
    assertThat(history().delivery("delivery 1")).isEqualTo(ended).isPresent();
    assertThat(history().delivery("delivery 3")).isEqualTo(waits).isPresent();
    assertThat(events(EventQuery.ALL)).isEqualTo(events);
    assertThat(history().count(EventQuery.ALL)).isEqualTo(all);
    assertThat(history().event("event 1").orElseThrow().key())
        .isEqualTo(Entries.EVENT.object().key());
    assertThat(history().event("event 2").orElseThrow().outcome())
        .isEqualTo(EventAccount.Outcome.UNMATCHED);
    List<Long> asleep = asleep().stream().map(Asleep::number).toList();
    assertThat(history().takeUpEvents(asleep).values())
        .extracting(AcceptedEvent::id)
        .containsExactlyInAnyOrder("event 0", "event 4", "event 5");
  }
}
