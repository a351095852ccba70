package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal tells of events and deliveries that are under way. */
public abstract class CourseContract extends JournalBench {
  @Test
  void owesARedelivery_untilItHasEnded() {
    story("a", 0, 1);
    String former =
        journal
            .history()
            .deliveries(DeliveryQuery.ALL, FROM_START, 1)
            .items()
            .get(0)
            .delivery()
            .id();
    append(new Entry.RedeliveryAsked(Entries.NOW.plusSeconds(1), "a", "again", former));

    expire(Entries.NOW.plusSeconds(100), 0);
    assertThat(told()).containsExactly("accepted a", "routed a", "ended a", "again a");

    append(Entries.ended("a", "again", 3));
    DeliveryAccount account = journal.history().delivery("again").orElseThrow();
    assertThat(account.redeliveryOf()).contains(former);
    assertThat(account.received()).isEqualTo(Entries.NOW.plusSeconds(1));
    expire(Entries.NOW.plusSeconds(100), 0);
    assertThat(told()).isEmpty();
    assertThat(journal.history().delivery("again")).isEmpty();
  }

  @Test
  void passesOverASecondEnd_andASecondBeginning() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 1));
    append(Entries.begun("a", "first", 1));
    append(Entries.begun("a", "first", 2));
    append(Entries.done("a", "first", 3));

    append(Entries.done("a", "first", 4));
    append(Entries.done("a", "never begun", 4));

    assertThat(told()).containsExactly("accepted a", "routed a", "begun a", "done a");
    assertThat(journal.history().owed()).isEmpty();
    assertThat(journal.history().count(DeliveryQuery.ALL)).isEqualTo(1);
  }

  @Test
  void saysWhatIsOwed_inTheOrderOfTheEvents() {
    append(Entries.accepted("unrouted", 0));
    append(Entries.accepted("half", 0));
    append(Entries.routed("half", 0, 2));
    append(Entries.begun("half", "delivery 1", 1));
    story("told", 0, 1);
    story("nobody asked", 0, 0);
    append(new Entry.RedeliveryAsked(Entries.NOW, "told", "again", "former"));

    told();
    List<Owed> owed = journal.history().owed();
    assertThat(owed)
        .extracting(some -> some.event().orElseThrow().id())
        .containsExactly("unrouted", "half", "told");
    assertThat(owed).extracting(Owed::routing).containsExactly(true, true, false);
    assertThat(owed.get(1).begun()).extracting(Delivery::id).containsExactly("delivery 1");
    assertThat(owed.get(1).told()).containsExactly("prod");
    assertThat(owed.get(2).asked())
        .extracting(Entry.RedeliveryAsked::deliveryId)
        .containsExactly("again");
  }

  @Test
  void owesOneRedelivery_whenAnotherHasEnded() {
    story("a", 0, 1);
    append(new Entry.RedeliveryAsked(Entries.NOW, "a", "second", "first"));
    append(Entries.begun("a", "second", 1));
    append(Entries.done("a", "second", 1));
    append(new Entry.RedeliveryAsked(Entries.NOW, "a", "third", "first"));
    append(Entries.begun("a", "third", 1));

    told();
    List<Owed> owed = journal.history().owed();
    assertThat(owed).hasSize(1);
    assertThat(owed.get(0).routing()).isFalse();
    assertThat(owed.get(0).asked()).isEmpty();
    assertThat(owed.get(0).begun()).extracting(Delivery::id).containsExactly("third");
  }

  @Test
  void tellsAllOfADelivery_whenItHasEnded() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 1));
    Entry.DeliveryBegun begun = Entries.begun("a", "d", 1);
    append(begun);
    append(Entries.done("a", "d", 3, List.of(Entries.attempt(2))));
    // Whoever waits for the last entry knows that those before it are on disk.
    append(Entries.operation("CreateFunction"));

    told();
    Delivery ended =
        begun
            .delivery()
            .with(Course.NONE.ended(List.of(Entries.attempt(2)), Conclusion.SUCCEEDED, List.of()));
    DeliveryAccount all =
        new DeliveryAccount(
            3,
            Entries.NOW,
            Optional.of(new AcceptedEvent("a", Entries.EVENT, Optional.empty())),
            ended,
            Optional.of(Entries.NOW.plusSeconds(3)),
            Optional.empty());
    assertThat(journal.history().delivery("d")).contains(all);
    assertThat(journal.history().deliveries(DeliveryQuery.ALL, FROM_START, 9).items())
        .containsExactly(all);
    assertThat(all.outcome()).isEqualTo(DeliveryAccount.Outcome.SUCCEEDED);
  }

  /** What waits is read again for its next turn, with all that has come of it so far. */
  @Test
  void tellsOfADelivery_asFarAsItHasCome() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 1));
    append(Entries.begun("a", "d", 1));
    append(Entries.attempted("a", "d", 2));
    append(Entries.heldBack("a", "d", 3));
    append(Entries.operation("CreateFunction"));

    told();
    DeliveryAccount waits = journal.history().delivery("d").orElseThrow();
    assertThat(waits.outcome()).isEqualTo(DeliveryAccount.Outcome.WAITING);
    Course course = waits.delivery().course();
    assertThat(course.attempts()).containsExactly(Entries.attempt(2));
    assertThat(course.heldBack()).extracting(HeldBack::time).containsExactly(time(3));
    assertThat(course.due()).contains(time(63));
    assertThat(journal.history().takeUpDeliveries(List.of(waits.number(), 99L)))
        .isEqualTo(Map.of(waits.number(), waits.delivery()));
    assertThat(journal.history().owed().get(0).begun()).containsExactly(waits.delivery());
    append(Entries.done("a", "d", 64, List.of(Entries.attempt(64))));
    append(Entries.operation("CreateFunction"));

    told();
    DeliveryAccount ended = journal.history().delivery("d").orElseThrow();
    assertThat(ended.outcome()).isEqualTo(DeliveryAccount.Outcome.SUCCEEDED);
    assertThat(ended.delivery().course().attempts())
        .containsExactly(Entries.attempt(2), Entries.attempt(64));
    assertThat(ended.delivery().course().due()).isEmpty();
    assertThat(journal.history().takeUpDeliveries(List.of(ended.number()))).isEmpty();
    expire(Entries.NOW.plusSeconds(100), 0);
    assertThat(told()).containsExactly("CreateFunction", "CreateFunction");
  }

  /** An invocation by a caller who does not wait is a delivery without an event. */
  @Test
  void tellsOfAnInvocation() {
    Entry.InvocationAccepted invoked = Entries.invoked("i", 1);
    append(invoked);

    told();
    assertThat(journal.history().events(EventQuery.ALL, FROM_START, 9).items()).isEmpty();
    assertThat(journal.history().owed())
        .containsExactly(
            new Owed(
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(invoked.delivery()),
                List.of(),
                List.of()));
    append(Entries.done("i", "i", 2, List.of(Entries.attempt(2))));
    DeliveryAccount account = journal.history().delivery("i").orElseThrow();
    assertThat(account.event()).isEmpty();
    assertThat(account.received()).isEqualTo(time(1));
    assertThat(account.outcome()).isEqualTo(DeliveryAccount.Outcome.SUCCEEDED);
    assertThat(journal.history().owed()).isEmpty();
    expire(Entries.NOW.plusSeconds(100), 0);
    assertThat(told()).isEmpty();
  }

  @Test
  void knowsTheEventsOfLate() {
    append(Entries.accepted("a", 0));
    append(Entries.accepted("b", 5));
    append(Entries.accepted("c", 6));

    told();
    assertThat(acceptedSince(5, 9)).containsExactly("b", "c");
    assertThat(acceptedSince(0, 2)).containsExactly("b", "c");
    assertThat(acceptedSince(7, 2)).isEmpty();
  }

  private List<String> acceptedSince(int second, int most) {
    List<String> ids = new ArrayList<>();
    journal.history().acceptedSince(time(second), most, accepted -> ids.add(accepted.eventId()));
    return ids;
  }
}
