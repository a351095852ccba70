package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody works on sleeps: it is told of as if it were awake, and can be taken up again. */
public abstract class SleepContract extends JournalBench {
  /** Whoever waits for the last entry knows that those before it are on disk. */
  final void settle() {
    append(Entries.ignored("nothing", 0));
  }

  private void waiting(String event, String delivery) {
    append(Entries.accepted(event, 0));
    append(Entries.routed(event, 0, 1));
    append(Entries.begun(event, delivery, 1));
    append(Entries.attempted(event, delivery, 2));
    append(Entries.heldBack(event, delivery, 3));
    settle();
  }

  final Chronicle history() {
    return journal.history();
  }

  final List<Asleep> asleep() {
    List<Asleep> all = new ArrayList<>();
    history().asleep(all::add);
    return all;
  }

  final List<DeliveryAccount> deliveries(DeliveryQuery query) {
    return history().deliveries(query, FROM_START, 1000).items();
  }

  final List<EventAccount> events(EventQuery query) {
    return history().events(query, FROM_START, 1000).items();
  }

  @Test
  void anEventIsTakenUpAgain() {
    append(Entries.accepted("a", 0));
    append(Entries.accepted("b", 1));
    List<EventAccount> before = events(EventQuery.ALL);

    OptionalLong number = history().layDown("a");

    assertThat(history().event("a")).as("sleeps").isEmpty();
    assertThat(history().owed()).hasSize(1);
    assertThat(asleep()).containsExactly(new Asleep(number.orElseThrow(), false, Entries.NOW));
    assertThat(events(EventQuery.ALL)).isEqualTo(before);
    assertThat(history().count(EventQuery.ALL)).isEqualTo(2);
    assertThat(history().takeUpEvents(List.of(number.getAsLong(), 77L)))
        .isEqualTo(
            Map.of(number.getAsLong(), new AcceptedEvent("a", Entries.EVENT, Optional.empty())));
    assertThat(history().event("a")).contains(before.get(1));
    assertThat(asleep()).isEmpty();
    append(Entries.routed("a", 2, 0));
    assertThat(history().takeUpEvents(List.of(number.getAsLong()))).as("is matched").isEmpty();
  }

  @Test
  void aDeliveryIsTakenUpAgain_withAllThatHasComeOfIt() {
    waiting("a", "d");
    DeliveryAccount before = history().delivery("d").orElseThrow();
    List<EventAccount> eventBefore = events(EventQuery.ALL);

    OptionalLong number = history().layDownDelivery("d");

    assertThat(history().target("d")).as("sleeps").isEmpty();
    assertThat(number).hasValue(before.number());
    assertThat(asleep()).containsExactly(new Asleep(before.number(), true, time(63)));
    assertThat(history().delivery("d")).contains(before);
    assertThat(events(EventQuery.ALL)).isEqualTo(eventBefore);
    assertThat(history().owed()).isEmpty();
    assertThat(history().takeUpDeliveries(List.of(before.number(), 77L)))
        .isEqualTo(Map.of(before.number(), before.delivery()));
    append(Entries.done("a", "d", 64, List.of(Entries.attempt(64))));
    settle();
    assertThat(history().delivery("d").orElseThrow().delivery().course().attempts())
        .containsExactly(Entries.attempt(2), Entries.attempt(64));
    assertThat(history().layDownDelivery("d")).as("has ended").isEmpty();
    expire(time(100), 0);
    assertThat(told()).isEmpty();
  }

  /** It can be taken up as soon as it was laid down, whether or not it is on disk by then. */
  @Test
  void aDeliveryIsTakenUpAtOnce() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 1));
    Entry.DeliveryBegun begun = Entries.begun("a", "d", 1);
    journal.append(begun);
    journal.append(Entries.heldBack("a", "d", 2));

    OptionalLong number = history().layDownDelivery("d");

    assertThat(history().takeUpDeliveries(List.of(number.orElseThrow())).values())
        .extracting(Delivery::payload)
        .containsExactly(begun.delivery().payload());
    settle();
    assertThat(history().target("d")).as("is awake").isPresent();
  }

  @Test
  void anInvocationIsTakenUpAgain() {
    Entry.InvocationAccepted invoked = Entries.invoked("i", 5);
    append(invoked);
    DeliveryAccount before = history().delivery("i").orElseThrow();

    OptionalLong number = history().layDownDelivery("i");

    assertThat(asleep()).containsExactly(new Asleep(number.orElseThrow(), true, time(5)));
    assertThat(history().delivery("i")).contains(before);
    assertThat(events(EventQuery.ALL)).extracting(EventAccount::bucketName).isEmpty();
    assertThat(history().takeUpDeliveries(List.of(number.getAsLong())))
        .isEqualTo(Map.of(number.getAsLong(), invoked.delivery()));
    append(Entries.done("i", "i", 6));
    assertThat(history().delivery("i").orElseThrow().ended()).isPresent();
  }

  @Test
  void whatIsOwedInSeveralWaysStaysAwake() {
    append(Entries.accepted("half", 0));
    append(Entries.routed("half", 0, 1));
    append(Entries.accepted("again", 0));
    append(Entries.routed("again", 0, 1));
    append(Entries.ended("again", "first", 1));
    append(new Entry.RedeliveryAsked(Entries.NOW, "again", "second", "first"));
    append(Entries.begun("again", "second", 2));
    append(Entries.heldBack("again", "second", 3));
    settle();

    assertThat(history().layDown("half")).isPresent();
    OptionalLong number = history().layDownDelivery("second");

    assertThat(asleep()).isEmpty();
    assertThat(history().owed()).hasSize(2);
    assertThat(history().takeUpDeliveries(List.of(number.orElseThrow()))).hasSize(1);
  }

  @Test
  void nothingIsLeft_whenEverythingIsGone() {
    waiting("a", "d");
    append(Entries.accepted("b", 0));
    OptionalLong delivery = history().layDownDelivery("d");
    OptionalLong event = history().layDown("b");
    assertThat(asleep()).hasSize(2);

    append(
        new Entry.OperationDone(
            Entries.NOW, Entries.CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));

    assertThat(asleep()).isEmpty();
    assertThat(history().takeUpDeliveries(List.of(delivery.orElseThrow()))).isEmpty();
    assertThat(history().takeUpEvents(List.of(event.orElseThrow()))).isEmpty();
    assertThat(history().layDown("b")).isEmpty();
  }

  @Test
  void listsWhatSleepsAndWhatDoesNot_inOneOrder() {
    for (int i = 0; i < 9; i++) {
      waiting("event " + i, "delivery " + i);
      if (i % 2 == 0) {
        history().layDownDelivery("delivery " + i);
      }
    }

    List<String> listed = new ArrayList<>();
    OptionalLong next = FROM_START;
    do {
      History.Page<DeliveryAccount> page = history().deliveries(DeliveryQuery.ALL, next, 2);
      page.items().forEach(each -> listed.add(each.delivery().id()));
      next = page.next();
    } while (next.isPresent());

    assertThat(listed)
        .containsExactlyElementsOf(
            IntStream.iterate(8, i -> i >= 0, i -> i - 1).mapToObj(i -> "delivery " + i).toList());
  }

  /** Whatever is laid down and taken up: told is the same as by a journal in which nothing is. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tellsTheSameOfWhatSleeps(long seed) {
    Random random = new Random(seed);
    try (Journal reference = new MemoryJournal()) {
      Map<Integer, Integer> stages = new TreeMap<>();
      for (int step = 0; step < 300; step++) {
        int i = random.nextInt(20);
        int stage = stages.getOrDefault(i, 0) + 1;
        stages.put(i, stage);
        Entry entry = next(i, stage, step);
        String id = id(i, stage);
        history().layDown(id).ifPresent(some -> history().takeUpEvents(List.of(some)));
        takeUp(id);
        append(entry);
        reference.append(entry);
        if (random.nextBoolean()) {
          history().layDown(id);
        }
        if (step % 30 == 29) {
          settle();
          reference.append(Entries.ignored("nothing", 0));
          compare(reference.history());
        }
      }
    }
  }

  /** By whatever it is that sleeps. */
  private void takeUp(String id) {
    List<Long> deliveries = new ArrayList<>();
    List<Long> events = new ArrayList<>();
    history().delivery("delivery of " + id).ifPresent(some -> deliveries.add(some.number()));
    events(EventQuery.ALL).stream()
        .filter(some -> some.id().filter(id::equals).isPresent())
        .forEach(some -> events.add(some.number()));
    history().takeUpDeliveries(deliveries);
    history().takeUpEvents(events);
  }

  private static String id(int i, int stage) {
    return "event %d, %d".formatted(i, (stage - 1) / 6);
  }

  private static Entry next(int i, int stage, int second) {
    String id = id(i, stage);
    String delivery = "delivery of " + id;
    return switch ((stage - 1) % 6) {
      case 0 -> Entries.accepted(id, second);
      case 1 -> Entries.routed(id, second, i % 5 == 0 ? 0 : 1);
      case 2 -> i % 5 == 0 ? Entries.ignored(id, second) : Entries.begun(id, delivery, second);
      case 3 -> Entries.attempted(id, delivery, second);
      case 4 -> Entries.heldBack(id, delivery, second);
      default -> Entries.done(id, delivery, second, List.of(Entries.attempt(second)));
    };
  }

  private void compare(Chronicle reference) {
    for (Optional<String> bucket :
        List.of(Optional.<String>empty(), Optional.of("examplebucket"))) {
      for (Optional<String> prefix :
          List.of(Optional.<String>empty(), Optional.of("no such"), Optional.of("a"))) {
        for (EventAccount.Outcome outcome : EventAccount.Outcome.values()) {
          EventQuery query =
              new EventQuery(bucket, prefix, Optional.of(outcome), Optional.of(time(9)));
          assertThat(history().count(query)).isEqualTo(reference.count(query));
          assertThat(texts(events(query)))
              .isEqualTo(texts(reference.events(query, FROM_START, 1000).items()));
        }
        for (DeliveryAccount.Outcome outcome : DeliveryAccount.Outcome.values()) {
          DeliveryQuery query =
              new DeliveryQuery(
                  bucket,
                  prefix,
                  Optional.of("fn:PROD"),
                  Set.of(),
                  Optional.of(outcome),
                  Optional.empty());
          assertThat(history().count(query)).isEqualTo(reference.count(query));
          assertThat(deliveries(query))
              .usingRecursiveFieldByFieldElementComparatorIgnoringFields("number")
              .isEqualTo(reference.deliveries(query, FROM_START, 1000).items());
        }
      }
    }
    assertThat(deliveries(DeliveryQuery.ALL)).isNotEmpty();
  }

  /** Without their numbers: those of two journals differ. */
  private static List<String> texts(List<EventAccount> events) {
    return events.stream()
        .map(each -> each.toString().replaceFirst("number=\\d+", "number"))
        .toList();
  }
}
