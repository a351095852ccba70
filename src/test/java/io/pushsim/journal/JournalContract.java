package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every journal does: it hands over what was appended, and lets go what is of no use. */
public abstract class JournalContract extends JournalBench {
  @Test
  void handsOverWhatWasAppended_inOrder() {
    append(Entries.accepted("a", 0));
    append(Entries.accepted("b", 1));

    append(Entries.accepted("c", 2));
    assertThat(told()).containsExactly("accepted a", "accepted b", "accepted c");
  }

  @Test
  void appendsEntriesTogether_inOrder() {
    append(Entries.accepted("a", 0));

    append(List.of(Entries.routed("a", 0, 1), Entries.accepted("b", 1)));
    append(
        List.of(
            Entries.ended("a", 1),
            Entries.operation("CreateFunction"),
            Entries.operation("PublishVersion")));
    append(List.of());

    assertThat(told())
        .containsExactly(
            "accepted a", "routed a", "accepted b", "ended a", "CreateFunction", "PublishVersion");
    assertThat(journal.history().owed())
        .extracting(some -> some.event().orElseThrow().id())
        .containsExactly("b");
  }

  /** What comes of an end must not come twice of it. */
  @Test
  void passesOverWhatFollowsInTheList_whenOneIsPassedOver() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 1));
    append(Entries.begun("a", "first", 1));
    append(List.of(Entries.done("a", "first", 2), Entries.operation("CreateFunction")));

    append(List.of(Entries.done("a", "first", 3), Entries.operation("PublishVersion")));

    assertThat(told())
        .containsExactly("accepted a", "routed a", "begun a", "done a", "CreateFunction");
  }

  @Test
  void refusesToAppendStateAndPromiseTogether() {
    List<Entry> both = List.of(Entries.operation("CreateFunction"), Entries.accepted("a", 0));

    assertThatThrownBy(() -> journal.append(both))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("about the state");
    assertThat(told()).isEmpty();
  }

  @Test
  void keepsWhatIsOwed_whenOperationsBecomeASnapshot() {
    append(Entries.operation("CreateFunction"));
    append(Entries.accepted("a", 0));
    append(Entries.operation("PublishVersion"));

    append(new Entry.Snapshot(Entries.NOW, List.of()));

    assertThat(told()).containsExactly("accepted a", "snapshot");
  }

  @Test
  void letsADeliveryAndItsEventGo_whenItEndedBeforeTheTime() {
    story("old", 0, 1);
    story("new", 10, 1);

    expire(Entries.NOW.plusSeconds(5), 100);

    assertThat(told()).containsExactly("accepted new", "routed new", "ended new");
  }

  @Test
  void letsADeliveryGo_whenItIsNotAmongTheNewest() {
    story("a", 0, 1);
    story("b", 1, 1);
    story("c", 2, 1);

    expire(Entries.NOW, 2);

    assertThat(told())
        .containsExactly("accepted b", "routed b", "ended b", "accepted c", "routed c", "ended c");
  }

  @Test
  void keepsAnEvent_whenItWasNotRouted() {
    append(Entries.accepted("a", 0));

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a");
  }

  @Test
  void keepsAnEvent_whenNoDeliveryOfItHasEnded() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 1));

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a", "routed a");
  }

  /** Of two deliveries one has ended: the other is owed, and the first must not be made again. */
  @Test
  void keepsAnEventWithItsDeliveries_whenNotEveryDeliveryHasEnded() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 2));
    append(Entries.ended("a", 1));

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a", "routed a", "ended a");
    append(Entries.ended("a", 2));
    expire(Entries.NOW.plusSeconds(100), 0);
    assertThat(told()).isEmpty();
  }

  @Test
  void keepsAnEvent_whenOneOfItsDeliveriesStays() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 2));
    append(Entries.ended("a", 1));
    append(Entries.ended("a", 9));

    expire(Entries.NOW.plusSeconds(5), 100);

    // The delivery that ended early has gone, the late one and its event stay.
    assertThat(told()).containsExactly("accepted a", "routed a", "ended a");
  }

  @Test
  void letsWhatCameToNothingGo_byItsTime() {
    story("old", 0, 0);
    append(Entries.ignored("old", 0));
    append(Entries.rejected("old", 1));
    append(Entries.repeated("old", 2));
    story("new", 10, 0);
    append(Entries.ignored("new", 10));
    append(Entries.rejected("new", 11));
    append(Entries.repeated("new", 12));

    expire(Entries.NOW.plusSeconds(5), 100);

    assertThat(told())
        .containsExactly(
            "accepted new", "routed new", "ignored new", "rejected new", "repeated new");
  }

  @Test
  void letsWhatCameToNothingGo_whenItIsNotAmongTheNewest() {
    story("a", 0, 0);
    append(Entries.ignored("b", 1));
    story("c", 2, 0);

    expire(Entries.NOW, 2);

    assertThat(told()).containsExactly("ignored b", "accepted c", "routed c");
  }

  /** By size: a delivery counts 2,000 bytes, and what its payload and its runs have to tell. */
  @ParameterizedTest
  @CsvSource({"2, 1000000", "100, 4500"})
  void letsTheOldestGoByItself_whenItIsBounded(int keep, long bytes) {
    reopen(keep, bytes);
    for (String event : List.of("a", "b", "c")) {
      append(Entries.accepted(event, 0));
      append(Entries.routed(event, 0, 1));
      append(Entries.ended(event, 1));
    }

    assertThat(told())
        .containsExactly("accepted b", "routed b", "ended b", "accepted c", "routed c", "ended c");
  }

  @Test
  void letsTheOldestGoByItself_whenTooManyEventsCameToNothing() {
    reopen(100, 4500);
    append(Entries.ignored("a", 0));
    append(Entries.repeated("b", 0));
    append(Entries.rejected("c", 0));

    assertThat(told()).containsExactly("repeated b", "rejected c");
  }

  @Test
  void letsTheOldestGoByItself_whenWhatServersWroteIsTooLong() {
    reopen(100, 9000);
    for (String event : List.of("a", "b", "c")) {
      append(
          new Entry.EventAccepted(
              Entries.NOW, new AcceptedEvent(event, Entries.EVENT, Optional.of("x".repeat(2000)))));
      append(new Entry.EventRouted(Entries.NOW, event, 0, Optional.of("nobody wants it")));
    }

    assertThat(told()).containsExactly("accepted b", "routed b", "accepted c", "routed c");
  }

  @Test
  void letsAllGo_whenEverythingIsGone() {
    append(Entries.operation("CreateFunction"));
    story("a", 0, 1);
    story("b", 0, 0);
    append(Entries.accepted("c", 1));

    append(
        new Entry.OperationDone(
            Entries.NOW, Entries.CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));

    assertThat(told()).containsExactly("Reset");
    assertThat(journal.history().count(DeliveryQuery.ALL)).isZero();
    assertThat(journal.history().count(EventQuery.ALL)).isZero();
  }

  @Test
  void passesOverWhatIsToldOfAnEventThatIsGone() {
    append(Entries.accepted("a", 0));
    append(
        new Entry.OperationDone(
            Entries.NOW, Entries.CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));

    append(Entries.routed("a", 0, 1));
    append(Entries.ended("a", 0));

    assertThat(told()).containsExactly("Reset");
    assertThat(journal.history().count(DeliveryQuery.ALL)).isZero();
  }

  @Test
  void keepsOperations_whenAllElseExpires() {
    append(Entries.operation("CreateFunction"));
    story("a", 0, 1);

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("CreateFunction");
  }
}
