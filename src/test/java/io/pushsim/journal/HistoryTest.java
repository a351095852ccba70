package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever is asked of a journal's history: the answer is what a look at everything would find. */
class HistoryTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> BUCKETS = List.of("apples", "pears");
  private static final List<String> KEYS = List.of("in/a", "in/b", "out/a");
  private static final List<FunctionArn> TARGETS =
      List.of(arn("us-west-2", "fn:PROD"), arn("us-east-1", "fn:PROD"), arn("us-west-2", "other"));

  private static final PolicyDocument EMPTY =
      new PolicyDocument(Optional.empty(), Optional.empty(), List.of());

  // jqwik keeps the instance from try to try.
  private MemoryJournal journal = new MemoryJournal();
  private final List<DeliveryAccount> all = new ArrayList<>();

  @Property(tries = 300)
  void pagesHoldExactlyWhatIsAskedFor(
      @ForAll @IntRange(min = 1, max = 60) int deliveries,
      @ForAll @IntRange(min = 0, max = 3) int bucket,
      @ForAll @IntRange(min = 0, max = 2) int prefix,
      @ForAll @IntRange(min = 0, max = 4) int target,
      @ForAll @IntRange(min = 0, max = 3) int decision,
      @ForAll @IntRange(min = 0, max = 2) int outcome,
      @ForAll @IntRange(min = 0, max = 60) int since,
      @ForAll @IntRange(min = 1, max = 7) int limit,
      @ForAll long seed) {
    journal = new MemoryJournal();
    all.clear();
    fill(deliveries, seed);
    DeliveryQuery query =
        new DeliveryQuery(
            pick(List.of("apples", "pears", "plums"), bucket),
            pick(List.of("in/", "out/"), prefix),
            pick(List.of("fn:PROD", TARGETS.get(0).toString(), "other", "missing"), target),
            pick(
                    List.of(
                        Set.of(Decision.Kind.IMPLICIT_DENY),
                        Set.of(Decision.Kind.IMPLICIT_DENY, Decision.Kind.EXPLICIT_DENY),
                        Set.of(Decision.Kind.ALLOWED)),
                    decision)
                .orElse(Set.of()),
            pick(
                List.of(DeliveryAccount.Outcome.RUNNING, DeliveryAccount.Outcome.TARGET_NOT_FOUND),
                outcome),
            since == 0 ? Optional.empty() : Optional.of(START.plusSeconds(since)));

    List<String> expected = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      DeliveryAccount now = journal.history().delivery(all.get(i).delivery().id()).orElseThrow();
      if (isAsked(query, now)) {
        expected.add(now.delivery().id());
      }
    }
    assertThat(inPages(query, limit)).isEqualTo(expected);
    assertThat(journal.history().count(query)).isEqualTo(expected.size());
  }

  @Test
  void pagesStayAsTheyWere_whenNewDeliveriesCome() {
    fill(10, 1);
    History.Page<DeliveryAccount> first =
        journal.history().deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 4);

    deliver(100, "apples", "in/a", TARGETS.get(0), true, true);

    History.Page<DeliveryAccount> second =
        journal.history().deliveries(DeliveryQuery.ALL, first.next(), 100);
    assertThat(second.next()).isEmpty();
    assertThat(ids(first)).hasSize(4).doesNotContainAnyElementsOf(ids(second));
    assertThat(ids(second)).hasSize(6).doesNotContain("delivery 100");
  }

  @Test
  void aDeliveryKeepsItsPlace_whenItEnds() {
    deliver(1, "apples", "in/a", TARGETS.get(0), true, false);
    deliver(2, "apples", "in/a", TARGETS.get(0), true, true);
    DeliveryAccount running = journal.history().delivery("delivery 1").orElseThrow();
    assertThat(running.outcome()).isEqualTo(DeliveryAccount.Outcome.RUNNING);

    journal.append(ended(START.plusSeconds(9), running.delivery()));

    History.Page<DeliveryAccount> page =
        journal.history().deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 10);
    assertThat(ids(page)).containsExactly("delivery 2", "delivery 1");
    assertThat(journal.history().count(DeliveryQuery.running())).isZero();
    assertThat(page.items().get(1).outcome()).isEqualTo(DeliveryAccount.Outcome.TARGET_NOT_FOUND);
  }

  @Test
  void tellsOfEventsThatCameToNothing() {
    journal.append(accepted(1, "apples", "in/a"));
    journal.append(new Entry.EventRouted(START, "event 1", 0, Optional.of("nobody asked")));
    journal.append(
        new Entry.EventIgnored(START, "apples", "in/b", "s3:ObjectAccessed:Get", "AWS does not"));
    journal.append(accepted(2, "pears", "in/a"));
    deliver(3, "apples", "in/a", TARGETS.get(0), true, true);

    History.Page<EventAccount> events =
        journal.history().events(EventQuery.ALL, OptionalLong.empty(), 10);

    assertThat(events.items())
        .extracting(EventAccount::outcome)
        .containsExactly(
            EventAccount.Outcome.MATCHED,
            EventAccount.Outcome.ACCEPTED,
            EventAccount.Outcome.IGNORED,
            EventAccount.Outcome.UNMATCHED);
    assertThat(events.items().get(0).deliveryIds()).containsExactly("delivery 3");
    assertThat(events.items().get(3).reason()).contains("nobody asked");
    EventQuery unmatched =
        new EventQuery(
            Optional.of("apples"),
            Optional.empty(),
            Optional.of(EventAccount.Outcome.UNMATCHED),
            Optional.empty());
    assertThat(journal.history().count(unmatched)).isEqualTo(1);
  }

  @Test
  void tellsOfWhatWasNotAccepted_andOfWhatMayBeADuplicate() {
    Entry.EventAccepted first = accepted(1, "apples", "in/a");
    journal.append(first);
    journal.append(
        new Entry.EventAccepted(
            START,
            new AcceptedEvent("event 2", first.event().event(), Optional.empty()),
            Optional.of("event 1")));
    journal.append(
        new Entry.EventRepeated(START, "apples", "in/a", "ObjectCreated:Put", "event 1"));
    journal.append(new Entry.EventRejected(START, "Apples", "", "", "S3 has no such bucket"));

    List<EventAccount> events =
        journal.history().events(EventQuery.ALL, OptionalLong.empty(), 10).items();

    assertThat(events)
        .extracting(EventAccount::outcome)
        .containsExactly(
            EventAccount.Outcome.REJECTED,
            EventAccount.Outcome.DUPLICATE,
            EventAccount.Outcome.ACCEPTED,
            EventAccount.Outcome.ACCEPTED);
    assertThat(events)
        .extracting(EventAccount::duplicateOf)
        .containsExactly(
            Optional.empty(), Optional.of("event 1"), Optional.of("event 1"), Optional.empty());
    assertThat(events.get(0).reason()).contains("S3 has no such bucket");
    assertThat(events.get(1).reason()).contains("the event 'event 1' came of the same request");
    assertThat(events.get(1).id()).isEmpty();
    EventQuery duplicates =
        new EventQuery(
            Optional.of("apples"),
            Optional.of("in/"),
            Optional.of(EventAccount.Outcome.DUPLICATE),
            Optional.empty());
    assertThat(journal.history().count(duplicates)).isEqualTo(1);
  }

  private List<String> inPages(DeliveryQuery query, int limit) {
    List<String> found = new ArrayList<>();
    OptionalLong next = OptionalLong.empty();
    do {
      History.Page<DeliveryAccount> page = journal.history().deliveries(query, next, limit);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      found.addAll(ids(page));
      next = page.next();
    } while (next.isPresent());
    return found;
  }

  private static List<String> ids(History.Page<DeliveryAccount> page) {
    return page.items().stream().map(account -> account.delivery().id()).toList();
  }

  /** The question put to one delivery, in the plainest way. */
  private static boolean isAsked(DeliveryQuery query, DeliveryAccount account) {
    String target = account.delivery().target().toString();
    Decision.Kind kind = account.delivery().decision().kind();
    return query
            .bucket()
            .map(account.event().orElseThrow().event().bucketName()::equals)
            .orElse(true)
        && query
            .keyPrefix()
            .map(account.event().orElseThrow().event().object().key()::startsWith)
            .orElse(true)
        && query.target().map(t -> target.endsWith(":" + t) || target.equals(t)).orElse(true)
        && (query.decisions().isEmpty() || query.decisions().contains(kind))
        && query.outcome().map(account.outcome()::equals).orElse(true)
        && query.since().map(time -> !account.received().isBefore(time)).orElse(true);
  }

  private static <T> Optional<T> pick(List<T> values, int number) {
    return number == 0 || number > values.size()
        ? Optional.empty()
        : Optional.of(values.get(number - 1));
  }

  private void fill(int count, long seed) {
    Random random = new Random(seed);
    for (int i = 1; i <= count; i++) {
      deliver(
          i,
          BUCKETS.get(random.nextInt(BUCKETS.size())),
          KEYS.get(random.nextInt(KEYS.size())),
          TARGETS.get(random.nextInt(TARGETS.size())),
          random.nextInt(4) > 0,
          random.nextInt(4) > 0);
    }
  }

  private void deliver(
      int number, String bucket, String key, FunctionArn target, boolean allowed, boolean ends) {
    journal.append(accepted(number, bucket, key));
    journal.append(new Entry.EventRouted(time(number), "event " + number, 1, Optional.empty()));
    Delivery delivery =
        Delivery.pushed(
            "delivery " + number,
            "event " + number,
            "id",
            target,
            "{}",
            time(number),
            decision(target, allowed),
            Lineage.NONE);
    if (!allowed) {
      journal.append(new Entry.DeliveryDenied(time(number), delivery));
    } else {
      journal.append(new Entry.DeliveryBegun(time(number), delivery));
      if (ends) {
        journal.append(ended(time(number), delivery));
      }
    }
    all.add(journal.history().delivery(delivery.id()).orElseThrow());
  }

  private static Entry ended(Instant time, Delivery delivery) {
    return new Entry.DeliveryEnded(
        time, delivery.eventId(), delivery.id(), List.of(), Conclusion.TARGET_NOT_FOUND, List.of());
  }

  private static Decision decision(FunctionArn target, boolean allowed) {
    AccessRequest request =
        new AccessRequest(Principal.S3, "lambda:InvokeFunction", target.toString(), Map.of());
    return allowed
        ? new Decision.Allowed(request, EMPTY, 0)
        : new Decision.ImplicitDeny(request, Optional.empty(), List.of());
  }

  private static Entry.EventAccepted accepted(int number, String bucket, String key) {
    return new Entry.EventAccepted(
        time(number),
        new AcceptedEvent(
            "event " + number,
            new ObjectEvent(
                EventType.OBJECT_CREATED_PUT,
                START,
                bucket,
                new S3Object(
                    key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new ObjectEvent.Request("", "", Optional.empty(), Optional.empty()),
                Optional.empty()),
            Optional.empty()));
  }

  private static Instant time(int number) {
    return START.plus(Duration.ofSeconds(number));
  }

  private static FunctionArn arn(String region, String name) {
    return FunctionArn.parse("arn:aws:lambda:" + region + ":111111111111:function:" + name)
        .orElseThrow();
  }
}
