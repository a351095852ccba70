package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueAttributes;
import io.pushsim.queue.QueueChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every journal does. One that lasts is closed and opened again before it is asked, and once
 * more afterwards.
 */
public abstract class JournalContract {
  private static final String QUEUE = "arn:aws:sqs:us-west-2:111111111111:dlq";
  private static final OptionalLong FROM_START = OptionalLong.empty();
  private Journal journal;
  private int keep;
  private long bytes;
  private Optional<Runnable> expiry = Optional.empty();

  /** A journal with what the last one held, if it is one that lasts. */
  protected abstract Journal open(int most, long mostBytes);

  /** The next {@link #open} is to have what this journal holds. */
  protected abstract boolean lasts();

  @BeforeEach
  void openFirst() {
    reopen(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  @AfterEach
  void closeLast() {
    journal.close();
  }

  private void reopen(int most, long mostBytes) {
    if (journal != null) {
      journal.close();
    }
    keep = most;
    bytes = mostBytes;
    journal = open(keep, bytes);
    expiry.ifPresent(Runnable::run);
  }

  private void append(List<Entry> entries) {
    journal.append(entries).toCompletableFuture().join();
  }

  private void append(Entry entry) {
    journal.append(entry).toCompletableFuture().join();
  }

  private void expire(Instant before, int newest) {
    expiry = Optional.of(() -> journal.expire(before, newest));
    expiry.get().run();
  }

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
  void keepsWhatIsInAQueue_untilItIsGone() {
    append(Entries.sent(QUEUE, "a", 0));
    append(List.of(Entries.sent(QUEUE, "b", 0), Entries.sent(QUEUE, "c", 0)));
    append(Entries.gone(QUEUE, "b"));
    append(Entries.gone(QUEUE, "never sent"));

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("sent a", "sent c");
    assertThat(inMailbox(QUEUE)).containsExactly("c: body of c", "a: body of a");
  }

  /** What a dead letter tells of must not be told without it, nor it twice. */
  @Test
  void sendsAMessage_withTheEndThatItTellsOf_once() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 1));
    append(Entries.begun("a", "first", 1));
    append(List.of(Entries.done("a", "first", 2), Entries.sent(QUEUE, "dead", 2)));
    append(List.of(Entries.done("a", "first", 3), Entries.sent(QUEUE, "dead twice", 3)));

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("sent dead");
    assertThat(inMailbox(QUEUE)).containsExactly("dead: body of dead");
  }

  @Test
  void movesAMessage_fromOneQueueToAnother() {
    append(Entries.sent(QUEUE, "a", 0));
    append(List.of(Entries.sent(QUEUE + "-dead", "a", 0), Entries.gone(QUEUE, "a")));

    assertThat(told()).containsExactly("sent a");
    assertThat(inMailbox(QUEUE)).isEmpty();
    assertThat(inMailbox(QUEUE + "-dead")).containsExactly("a: body of a");
  }

  @Test
  void letsMessagesGo_withTheirQueue_andWhenItIsPurged() {
    Queue queue =
        new Queue(
            QUEUE, QueueAttributes.USUAL, Map.of(), Entries.NOW, Entries.NOW, Optional.empty());
    append(Entries.sent(QUEUE, "before it was made", 0));
    append(Entries.operation("CreateQueue", new QueueChange.QueueCreated(queue)));
    append(Entries.sent(QUEUE, "a", 0));
    append(Entries.operation("SetQueueAttributes", new QueueChange.QueueReplaced(queue)));
    assertThat(inMailbox(QUEUE)).containsExactly("a: body of a");
    append(Entries.operation("PurgeQueue", new QueueChange.QueuePurged(QUEUE, Entries.NOW)));
    append(Entries.sent(QUEUE, "b", 0));
    append(Entries.operation("DeleteQueue", new QueueChange.QueueDeleted(QUEUE)));
    append(Entries.sent(QUEUE, "c", 0));
    append(new Entry.Snapshot(Entries.NOW, List.of()));

    assertThat(told()).containsExactly("sent c", "snapshot");
    assertThat(inMailbox(QUEUE)).containsExactly("c: body of c");
  }

  @Test
  void letsWhatWasSentToATopicGo_likeDeliveries() {
    String topic = "arn:aws:sns:us-west-2:111111111111:alarms";
    append(Entries.sent(topic, "old", 0));
    append(Entries.sent(topic, "a", 10));
    append(Entries.sent(topic, "b", 10));
    append(Entries.sent("arn:aws:events:us-west-2:111111111111:event-bus/default", "c", 10));

    expire(Entries.NOW.plusSeconds(5), 100);
    assertThat(told()).containsExactly("sent a", "sent b", "sent c");
    expire(Entries.NOW.plusSeconds(5), 1);
    assertThat(told()).containsExactly("sent b", "sent c");

    reopen(2, Long.MAX_VALUE);
    append(Entries.sent(topic, "d", 10));
    append(Entries.sent(topic, "e", 10));
    expiry = Optional.empty();
    assertThat(inMailbox(topic)).containsExactly("e: body of e", "d: body of d");
  }

  @Test
  void letsMessagesGo_whenEverythingIsGone() {
    append(Entries.sent(QUEUE, "a", 0));
    append(
        new Entry.OperationDone(
            Entries.NOW, Entries.CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));
    append(Entries.gone(QUEUE, "a"));

    assertThat(told()).containsExactly("Reset");
    assertThat(inMailbox(QUEUE)).isEmpty();
  }

  @Test
  void showsMessagesInPages_theNewestFirst() {
    for (String id : List.of("a", "b", "c")) {
      append(Entries.sent(QUEUE, id, 0));
    }
    told();
    Messages messages = journal.history().messages();

    History.Page<KeptMessage> first = messages.page(QUEUE, FROM_START, 2);
    History.Page<KeptMessage> last = messages.page(QUEUE, first.next(), 2);

    assertThat(first.items())
        .extracting(KeptMessage::message)
        .containsExactly(Entries.message("c", 0), Entries.message("b", 0));
    assertThat(last.items())
        .extracting(KeptMessage::message)
        .containsExactly(Entries.message("a", 0));
    assertThat(last.next()).isEmpty();
  }

  private List<String> inMailbox(String arn) {
    // Whoever waits for the last entry knows that those before it are on disk.
    append(Entries.gone(arn, "nothing"));
    return journal.history().messages().page(arn, FROM_START, 100).items().stream()
        .map(kept -> kept.claim().messageId() + ": " + kept.message().body())
        .toList();
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
    assertThat(journal.history().unended(List.of("d", "none")))
        .isEqualTo(Map.of("d", waits.delivery()));
    assertThat(journal.history().owed().get(0).begun()).containsExactly(waits.delivery());
    append(Entries.done("a", "d", 64, List.of(Entries.attempt(64))));
    append(Entries.operation("CreateFunction"));

    told();
    DeliveryAccount ended = journal.history().delivery("d").orElseThrow();
    assertThat(ended.outcome()).isEqualTo(DeliveryAccount.Outcome.SUCCEEDED);
    assertThat(ended.delivery().course().attempts())
        .containsExactly(Entries.attempt(2), Entries.attempt(64));
    assertThat(ended.delivery().course().due()).isEmpty();
    assertThat(journal.history().unended(List.of("d"))).isEmpty();
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

  private static Instant time(int second) {
    return Entries.NOW.plusSeconds(second);
  }

  @Test
  void knowsTheEventsOfLate() {
    append(Entries.accepted("a", 0));
    append(Entries.accepted("b", 5));
    append(Entries.accepted("c", 6));

    told();
    assertThat(journal.history().acceptedSince(Entries.NOW.plusSeconds(5)))
        .extracting(Entry.EventAccepted::eventId)
        .containsExactly("b", "c");
  }

  @Test
  void keepsOperations_whenAllElseExpires() {
    append(Entries.operation("CreateFunction"));
    story("a", 0, 1);

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("CreateFunction");
  }

  private void story(String event, int second, int deliveries) {
    append(Entries.accepted(event, second));
    append(Entries.routed(event, second, deliveries));
    for (int i = 0; i < deliveries; i++) {
      append(Entries.ended(event, second));
    }
  }

  private List<String> told() {
    List<String> now = toldNow();
    if (lasts()) {
      reopen(keep, bytes);
      assertThat(toldNow()).isEqualTo(now);
    }
    return now;
  }

  private List<String> toldNow() {
    List<String> told = new ArrayList<>();
    journal.read(entry -> told.add(Entries.tell(entry)));
    return told;
  }
}
