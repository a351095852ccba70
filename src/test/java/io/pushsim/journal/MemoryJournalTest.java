package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.policy.AccessRequest;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryJournalTest {
  private static final OptionalLong FROM_START = OptionalLong.empty();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Scope CALLER = new Scope("111111111111", "us-west-2");
  private static final ObjectEvent EVENT =
      ((AwsEvent)
              new NotificationReader()
                  .read(new TestResource("minio-events/01-put.json").text())
                  .get(0))
          .event();

  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void handsOverWhatWasAppended_inOrder() {
    journal.append(accepted("a", 0));
    journal.append(accepted("b", 1));

    assertThat(journal.append(accepted("c", 2)).toCompletableFuture()).isCompleted();
    assertThat(told()).containsExactly("accepted a", "accepted b", "accepted c");
  }

  @Test
  void keepsWhatIsOwed_whenOperationsBecomeASnapshot() {
    journal.append(operation("CreateFunction"));
    journal.append(accepted("a", 0));
    journal.append(operation("PublishVersion"));

    journal.compact(operation("snapshot"));

    assertThat(told()).containsExactly("snapshot", "accepted a");
  }

  @Test
  void letsADeliveryAndItsEventGo_whenItEndedBeforeTheTime() {
    story("old", 0, 1);
    story("new", 10, 1);

    journal.expire(NOW.plusSeconds(5), 100);

    assertThat(told()).containsExactly("accepted new", "routed new", "ended new");
  }

  @Test
  void letsADeliveryGo_whenItIsNotAmongTheNewest() {
    story("a", 0, 1);
    story("b", 1, 1);
    story("c", 2, 1);

    journal.expire(NOW, 2);

    assertThat(told())
        .containsExactly("accepted b", "routed b", "ended b", "accepted c", "routed c", "ended c");
  }

  @Test
  void keepsAnEvent_whenItWasNotRouted() {
    journal.append(accepted("a", 0));

    journal.expire(NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a");
  }

  @Test
  void keepsAnEvent_whenNoDeliveryOfItHasEnded() {
    journal.append(accepted("a", 0));
    journal.append(routed("a", 0, 1));

    journal.expire(NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a", "routed a");
  }

  /** Of two deliveries one has ended: the other is owed, and the first must not be made again. */
  @Test
  void keepsAnEventWithItsDeliveries_whenNotEveryDeliveryHasEnded() {
    journal.append(accepted("a", 0));
    journal.append(routed("a", 0, 2));
    journal.append(ended("a", 1));

    journal.expire(NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("accepted a", "routed a", "ended a");
    journal.append(ended("a", 2));
    journal.expire(NOW.plusSeconds(100), 0);
    assertThat(told()).isEmpty();
  }

  @Test
  void keepsAnEvent_whenOneOfItsDeliveriesStays() {
    journal.append(accepted("a", 0));
    journal.append(routed("a", 0, 2));
    journal.append(ended("a", 1));
    journal.append(ended("a", 9));

    journal.expire(NOW.plusSeconds(5), 100);

    // The delivery that ended early has gone, the late one and its event stay.
    assertThat(told()).containsExactly("accepted a", "routed a", "ended a");
  }

  @Test
  void letsWhatCameToNothingGo_byItsTime() {
    story("old", 0, 0);
    journal.append(ignored("old", 0));
    journal.append(rejected("old", 1));
    journal.append(repeated("old", 2));
    story("new", 10, 0);
    journal.append(ignored("new", 10));
    journal.append(rejected("new", 11));
    journal.append(repeated("new", 12));

    journal.expire(NOW.plusSeconds(5), 100);

    assertThat(told())
        .containsExactly(
            "accepted new", "routed new", "ignored new", "rejected new", "repeated new");
  }

  @Test
  void letsWhatCameToNothingGo_whenItIsNotAmongTheNewest() {
    story("a", 0, 0);
    journal.append(ignored("b", 1));
    story("c", 2, 0);

    journal.expire(NOW, 2);

    assertThat(told()).containsExactly("ignored b", "accepted c", "routed c");
  }

  /** By size: a delivery counts 2,000 bytes, and what its payload and its runs have to tell. */
  @ParameterizedTest
  @CsvSource({"2, 1000000", "100, 4500"})
  void letsTheOldestGoByItself_whenItIsBounded(int keep, long bytes) {
    MemoryJournal bounded = new MemoryJournal(keep, bytes);
    for (String event : List.of("a", "b", "c")) {
      bounded.append(accepted(event, 0));
      bounded.append(routed(event, 0, 1));
      bounded.append(ended(event, 1));
    }

    assertThat(told(bounded))
        .containsExactly("accepted b", "routed b", "ended b", "accepted c", "routed c", "ended c");
  }

  @Test
  void letsTheOldestGoByItself_whenWhatServersWroteIsTooLong() {
    MemoryJournal bounded = new MemoryJournal(100, 9000);
    for (String event : List.of("a", "b", "c")) {
      bounded.append(
          new Entry.EventAccepted(
              NOW, new AcceptedEvent(event, EVENT, Optional.of("x".repeat(2000)))));
      bounded.append(new Entry.EventRouted(NOW, event, 0, Optional.of("nobody wants it")));
    }

    assertThat(told(bounded)).containsExactly("accepted b", "routed b", "accepted c", "routed c");
  }

  @Test
  void letsTheOldestGoByItself_whenTooManyEventsCameToNothing() {
    MemoryJournal bounded = new MemoryJournal(100, 4500);
    bounded.append(ignored("a", 0));
    bounded.append(repeated("b", 0));
    bounded.append(rejected("c", 0));

    assertThat(told(bounded)).containsExactly("repeated b", "rejected c");
  }

  @Test
  void letsAllGo_whenEverythingIsGone() {
    journal.append(operation("CreateFunction"));
    story("a", 0, 1);
    story("b", 0, 0);
    journal.append(accepted("c", 1));

    journal.append(
        new Entry.OperationDone(NOW, CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));

    assertThat(told()).containsExactly("Reset");
    assertThat(journal.history().count(DeliveryQuery.ALL)).isZero();
    assertThat(journal.history().count(EventQuery.ALL)).isZero();
  }

  @Test
  void passesOverWhatIsToldOfAnEventThatIsGone() {
    journal.append(accepted("a", 0));
    journal.append(
        new Entry.OperationDone(NOW, CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));

    journal.append(routed("a", 0, 1));
    journal.append(ended("a", 0));

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
    journal.append(new Entry.RedeliveryAsked(NOW.plusSeconds(1), "a", "again", former));

    journal.expire(NOW.plusSeconds(100), 0);
    assertThat(told()).containsExactly("accepted a", "routed a", "ended a", "again a");

    journal.append(ended("a", "again", 3));
    DeliveryAccount account = journal.history().delivery("again").orElseThrow();
    assertThat(account.redeliveryOf()).contains(former);
    assertThat(account.received()).isEqualTo(NOW.plusSeconds(1));
    journal.expire(NOW.plusSeconds(100), 0);
    assertThat(told()).isEmpty();
    assertThat(journal.history().delivery("again")).isEmpty();
  }

  @Test
  void keepsOperations_whenAllElseExpires() {
    journal.append(operation("CreateFunction"));
    story("a", 0, 1);

    journal.expire(NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("CreateFunction");
  }

  private void story(String event, int second, int deliveries) {
    journal.append(accepted(event, second));
    journal.append(routed(event, second, deliveries));
    for (int i = 0; i < deliveries; i++) {
      journal.append(ended(event, second));
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
    return new Entry.DeliveryEnded(
        NOW.plusSeconds(second),
        new Delivery(delivery, event, "prod", target, "{}", decision, List.of()));
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
    return told(journal);
  }

  private static List<String> told(Journal journal) {
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
    if (entry instanceof Entry.DeliveryEnded ended) {
      return "ended " + ended.delivery().eventId();
    }
    if (entry instanceof Entry.RedeliveryAsked asked) {
      return asked.deliveryId() + " " + asked.eventId();
    }
    return entry instanceof Entry.NotAccepted passed
        ? told(passed) + passed.key()
        : ((Entry.OperationDone) entry).operation();
  }
}
