package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyRegistry;
import io.pushsim.policy.Principal;
import io.pushsim.testing.TestResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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
  private static final OptionalLong FROM_START = OptionalLong.empty();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Scope CALLER = new Scope("111111111111", "us-west-2");
  private static final ObjectEvent EVENT =
      ((AwsEvent)
              new NotificationReader()
                  .read(new TestResource("minio-events/01-put.json").text())
                  .get(0))
          .event();

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

  private void append(Entry entry) {
    journal.append(entry).toCompletableFuture().join();
  }

  private void expire(Instant before, int newest) {
    expiry = Optional.of(() -> journal.expire(before, newest));
    expiry.get().run();
  }

  @Test
  void handsOverWhatWasAppended_inOrder() {
    append(accepted("a", 0));
    append(accepted("b", 1));

    append(accepted("c", 2));
    assertThat(told()).containsExactly("accepted a", "accepted b", "accepted c");
  }

  @Test
  void keepsWhatIsOwed_whenOperationsBecomeASnapshot() {
    append(operation("CreateFunction"));
    append(accepted("a", 0));
    append(operation("PublishVersion"));

    append(new Entry.Snapshot(NOW, List.of()));

    assertThat(told()).containsExactly("accepted a", "snapshot");
  }

  @Test
  void letsADeliveryAndItsEventGo_whenItEndedBeforeTheTime() {
    story("old", 0, 1);
    story("new", 10, 1);

    expire(NOW.plusSeconds(5), 100);

    assertThat(told()).containsExactly("accepted new", "routed new", "ended new");
  }

  @Test
  void letsADeliveryGo_whenItIsNotAmongTheNewest() {
    story("a", 0, 1);
    story("b", 1, 1);
    story("c", 2, 1);

    expire(NOW, 2);

    assertThat(told())
        .containsExactly("accepted b", "routed b", "ended b", "accepted c", "routed c", "ended c");
  }

  @Test
  void keepsAnEvent_whenItWasNotRouted() {
    append(accepted("a", 0));

    expire(NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a");
  }

  @Test
  void keepsAnEvent_whenNoDeliveryOfItHasEnded() {
    append(accepted("a", 0));
    append(routed("a", 0, 1));

    expire(NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a", "routed a");
  }

  /** Of two deliveries one has ended: the other is owed, and the first must not be made again. */
  @Test
  void keepsAnEventWithItsDeliveries_whenNotEveryDeliveryHasEnded() {
    append(accepted("a", 0));
    append(routed("a", 0, 2));
    append(ended("a", 1));

    expire(NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a", "routed a", "ended a");
    append(ended("a", 2));
    expire(NOW.plusSeconds(100), 0);
    assertThat(told()).isEmpty();
  }

  @Test
  void keepsAnEvent_whenOneOfItsDeliveriesStays() {
    append(accepted("a", 0));
    append(routed("a", 0, 2));
    append(ended("a", 1));
    append(ended("a", 9));

    expire(NOW.plusSeconds(5), 100);

    // The delivery that ended early has gone, the late one and its event stay.
    assertThat(told()).containsExactly("accepted a", "routed a", "ended a");
  }

  @Test
  void letsWhatCameToNothingGo_byItsTime() {
    story("old", 0, 0);
    append(ignored("old", 0));
    append(rejected("old", 1));
    append(repeated("old", 2));
    story("new", 10, 0);
    append(ignored("new", 10));
    append(rejected("new", 11));
    append(repeated("new", 12));

    expire(NOW.plusSeconds(5), 100);

    assertThat(told())
        .containsExactly(
            "accepted new", "routed new", "ignored new", "rejected new", "repeated new");
  }

  @Test
  void letsWhatCameToNothingGo_whenItIsNotAmongTheNewest() {
    story("a", 0, 0);
    append(ignored("b", 1));
    story("c", 2, 0);

    expire(NOW, 2);

    assertThat(told()).containsExactly("ignored b", "accepted c", "routed c");
  }

  /** By size: a delivery counts 2,000 bytes, and what its payload and its runs have to tell. */
  @ParameterizedTest
  @CsvSource({"2, 1000000", "100, 4500"})
  void letsTheOldestGoByItself_whenItIsBounded(int keep, long bytes) {
    reopen(keep, bytes);
    for (String event : List.of("a", "b", "c")) {
      append(accepted(event, 0));
      append(routed(event, 0, 1));
      append(ended(event, 1));
    }

    assertThat(told())
        .containsExactly("accepted b", "routed b", "ended b", "accepted c", "routed c", "ended c");
  }

  @Test
  void letsTheOldestGoByItself_whenTooManyEventsCameToNothing() {
    reopen(100, 4500);
    append(ignored("a", 0));
    append(repeated("b", 0));
    append(rejected("c", 0));

    assertThat(told()).containsExactly("repeated b", "rejected c");
  }

  @Test
  void letsTheOldestGoByItself_whenWhatServersWroteIsTooLong() {
    reopen(100, 9000);
    for (String event : List.of("a", "b", "c")) {
      append(
          new Entry.EventAccepted(
              NOW, new AcceptedEvent(event, EVENT, Optional.of("x".repeat(2000)))));
      append(new Entry.EventRouted(NOW, event, 0, Optional.of("nobody wants it")));
    }

    assertThat(told()).containsExactly("accepted b", "routed b", "accepted c", "routed c");
  }

  @Test
  void letsAllGo_whenEverythingIsGone() {
    append(operation("CreateFunction"));
    story("a", 0, 1);
    story("b", 0, 0);
    append(accepted("c", 1));

    append(
        new Entry.OperationDone(NOW, CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));

    assertThat(told()).containsExactly("Reset");
    assertThat(journal.history().count(DeliveryQuery.ALL)).isZero();
    assertThat(journal.history().count(EventQuery.ALL)).isZero();
  }

  @Test
  void passesOverWhatIsToldOfAnEventThatIsGone() {
    append(accepted("a", 0));
    append(
        new Entry.OperationDone(NOW, CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));

    append(routed("a", 0, 1));
    append(ended("a", 0));

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
    append(new Entry.RedeliveryAsked(NOW.plusSeconds(1), "a", "again", former));

    expire(NOW.plusSeconds(100), 0);
    assertThat(told()).containsExactly("accepted a", "routed a", "ended a", "again a");

    append(ended("a", "again", 3));
    DeliveryAccount account = journal.history().delivery("again").orElseThrow();
    assertThat(account.redeliveryOf()).contains(former);
    assertThat(account.received()).isEqualTo(NOW.plusSeconds(1));
    expire(NOW.plusSeconds(100), 0);
    assertThat(told()).isEmpty();
    assertThat(journal.history().delivery("again")).isEmpty();
  }

  @Test
  void passesOverASecondEnd_andASecondBeginning() {
    append(accepted("a", 0));
    append(routed("a", 0, 1));
    append(begun("a", "first", 1));
    append(begun("a", "first", 2));
    append(done("a", "first", 3));

    append(done("a", "first", 4));
    append(done("a", "never begun", 4));

    assertThat(told()).containsExactly("accepted a", "routed a", "begun a", "begun a", "done a");
    assertThat(journal.history().owed()).isEmpty();
    assertThat(journal.history().count(DeliveryQuery.ALL)).isEqualTo(1);
  }

  @Test
  void saysWhatIsOwed_inTheOrderOfTheEvents() {
    append(accepted("unrouted", 0));
    append(accepted("half", 0));
    append(routed("half", 0, 2));
    append(begun("half", "delivery 1", 1));
    story("told", 0, 1);
    story("nobody asked", 0, 0);
    append(new Entry.RedeliveryAsked(NOW, "told", "again", "former"));

    told();
    List<Owed> owed = journal.history().owed();
    assertThat(owed)
        .extracting(some -> some.event().id())
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
    append(new Entry.RedeliveryAsked(NOW, "a", "second", "first"));
    append(begun("a", "second", 1));
    append(done("a", "second", 1));
    append(new Entry.RedeliveryAsked(NOW, "a", "third", "first"));
    append(begun("a", "third", 1));

    told();
    List<Owed> owed = journal.history().owed();
    assertThat(owed).hasSize(1);
    assertThat(owed.get(0).routing()).isFalse();
    assertThat(owed.get(0).asked()).isEmpty();
    assertThat(owed.get(0).begun()).extracting(Delivery::id).containsExactly("third");
  }

  @Test
  void knowsTheEventsOfLate() {
    append(accepted("a", 0));
    append(accepted("b", 5));
    append(accepted("c", 6));

    told();
    assertThat(journal.history().acceptedSince(NOW.plusSeconds(5)))
        .extracting(Entry.EventAccepted::eventId)
        .containsExactly("b", "c");
  }

  @Test
  void keepsOperations_whenAllElseExpires() {
    append(operation("CreateFunction"));
    story("a", 0, 1);

    expire(NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("CreateFunction");
  }

  private void story(String event, int second, int deliveries) {
    append(accepted(event, second));
    append(routed(event, second, deliveries));
    for (int i = 0; i < deliveries; i++) {
      append(ended(event, second));
    }
  }

  private static Entry accepted(String event, int second) {
    return new Entry.EventAccepted(
        NOW.plusSeconds(second), new AcceptedEvent(event, EVENT, Optional.empty()));
  }

  private static Entry routed(String event, int second, int deliveries) {
    return new Entry.EventRouted(
        NOW.plusSeconds(second),
        event,
        deliveries,
        deliveries == 0
            ? Optional.of("the bucket has no notification configuration")
            : Optional.empty());
  }

  private static Entry ended(String event, int second) {
    return ended(
        event, "delivery of %s at %d, %s".formatted(event, second, UUID.randomUUID()), second);
  }

  private static Entry ended(String event, String delivery, int second) {
    FunctionArn target = FunctionArn.of(CALLER, "fn", Qualifier.parse("PROD"));
    var decision =
        new PolicyRegistry().decide(target, new AccessRequest(Principal.S3, "", "", Map.of()));
    return new Entry.DeliveryDenied(
        NOW.plusSeconds(second),
        new Delivery(delivery, event, "prod", target, "{}", decision, List.of()));
  }

  private static Entry begun(String event, String delivery, int second) {
    FunctionArn target = FunctionArn.of(CALLER, "fn", Qualifier.parse("PROD"));
    AccessRequest request = new AccessRequest(Principal.S3, "", "", Map.of());
    return new Entry.DeliveryBegun(
        NOW.plusSeconds(second),
        new Delivery(
            delivery,
            event,
            "prod",
            target,
            "{}",
            new Decision.Allowed(request, PolicyDocument.of(List.of()), 0),
            List.of()));
  }

  private static Entry done(String event, String delivery, int second) {
    return new Entry.DeliveryEnded(NOW.plusSeconds(second), event, delivery, List.of());
  }

  private static Entry ignored(String key, int second) {
    return new Entry.EventIgnored(
        NOW.plusSeconds(second), "examplebucket", key, "s3:ObjectAccessed:Get", "AWS does not");
  }

  private static Entry rejected(String key, int second) {
    return new Entry.EventRejected(
        NOW.plusSeconds(second), "examplebucket", key, "s3:ObjectCreated:Put", "no time");
  }

  private static Entry repeated(String key, int second) {
    return new Entry.EventRepeated(
        NOW.plusSeconds(second), "examplebucket", key, "ObjectCreated:Put", "the first");
  }

  private static Entry.OperationDone operation(String name) {
    return new Entry.OperationDone(NOW, CALLER, name, "{}", List.of());
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
    journal.read(entry -> told.add(tell(entry)));
    return told;
  }

  private static String told(Entry.NotAccepted entry) {
    if (entry instanceof Entry.EventRepeated) {
      return "repeated ";
    }
    return entry instanceof Entry.EventRejected ? "rejected " : "ignored ";
  }

  private static String tell(Entry entry) {
    if (entry instanceof Entry.EventAccepted accepted) {
      return "accepted " + accepted.event().id();
    }
    if (entry instanceof Entry.EventRouted routed) {
      return "routed " + routed.eventId();
    }
    if (entry instanceof Entry.DeliveryDenied ended) {
      return "ended " + ended.eventId();
    }
    if (entry instanceof Entry.DeliveryBegun begun) {
      return "begun " + begun.eventId();
    }
    if (entry instanceof Entry.DeliveryEnded done) {
      return "done " + done.eventId();
    }
    if (entry instanceof Entry.RedeliveryAsked asked) {
      return asked.deliveryId() + " " + asked.eventId();
    }
    if (entry instanceof Entry.Snapshot) {
      return "snapshot";
    }
    return entry instanceof Entry.NotAccepted passed
        ? told(passed) + passed.key()
        : ((Entry.OperationDone) entry).operation();
  }
}
