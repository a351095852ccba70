package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.EventAccount;
import io.pushsim.journal.EventQuery;
import io.pushsim.journal.History;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.journal.PushFault;
import io.pushsim.journal.Waiting;
import io.pushsim.testing.TestResource;
import io.pushsim.time.Draws;
import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What befalls events on their way is what was planned, is told, and nothing else happens. */
class PushFaultsTest {
  private static final String PUT = new TestResource("minio-events/01-put.json").text();

  private SimpleWorld world = new SimpleWorld(DuplicateWindow.none());
  private MemoryJournal journal = new MemoryJournal();
  private EventRouter router = router(1);

  private EventRouter router(long seed) {
    return world
        .simulation()
        .router(journal, DuplicateWindow.none(), FaultPlan.onDemand(new Draws(seed)));
  }

  private VirtualTime time() {
    return world.simulation().time();
  }

  /** An event whose key is {@code number}. */
  private void hear(int number, PushFaults faults) {
    String message = PUT.replace("HappyFace.jpg", String.valueOf(number));
    router.accept(new NotificationReader().readEach(message), faults).toCompletableFuture().join();
    time().runDue();
  }

  private History history() {
    return journal.history();
  }

  /** Oldest first. */
  private List<EventAccount> events() {
    List<EventAccount> events =
        new ArrayList<>(history().events(EventQuery.ALL, OptionalLong.empty(), 10_000).items());
    java.util.Collections.reverse(events);
    return events;
  }

  /** The keys that were pushed, in the order of the pushes. */
  private List<String> pushed() {
    List<DeliveryAccount> deliveries =
        new ArrayList<>(
            history().deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 10_000).items());
    java.util.Collections.reverse(deliveries);
    return deliveries.stream()
        .map(account -> account.event().orElseThrow().event().object().key())
        .toList();
  }

  private long entries(Class<? extends Entry> kind) {
    List<Entry> entries = new ArrayList<>();
    journal.read(entries::add);
    return entries.stream().filter(kind::isInstance).count();
  }

  @Test
  void aDuplicateIsAnEventOfItsOwn_withTheSameRecord() {
    hear(1, PushFaults.NONE.withDuplicates(1, 2));

    assertThat(pushed()).containsExactly("1", "1", "1");
    String first = events().get(0).id().orElseThrow();
    assertThat(events())
        .extracting(EventAccount::duplicateOf)
        .containsExactly(Optional.empty(), Optional.of(first), Optional.of(first));
    assertThat(events())
        .extracting(EventAccount::faults)
        .containsExactly(List.of(), List.of(PushFault.DUPLICATE), List.of(PushFault.DUPLICATE));
    assertThat(history().deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 9).items())
        .extracting(account -> account.event().orElseThrow().event())
        .containsOnly(
            history()
                .deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 9)
                .items()
                .get(0)
                .event()
                .orElseThrow()
                .event());
  }

  @Test
  void aDelayedEventIsPushedWhenItsTimeHasCome_andIsNotUnderWayBefore() {
    hear(1, PushFaults.NONE.withDelay(DelayRange.fixed(Duration.ofSeconds(30))));
    Instant until = time().instant().plusSeconds(30);

    assertThat(pushed()).isEmpty();
    assertThat(events().get(0).outcome()).isEqualTo(EventAccount.Outcome.ACCEPTED);
    assertThat(events().get(0).waiting()).contains(new Waiting(PushFault.DELAY, until));
    List<String> idle = new ArrayList<>();
    world.simulation().activity().whenIdle(() -> idle.add("idle"));
    assertThat(idle).isNotEmpty();

    time().advance(Duration.ofSeconds(29));
    assertThat(pushed()).isEmpty();
    time().advance(Duration.ofSeconds(1));
    assertThat(pushed()).containsExactly("1");
    assertThat(events().get(0).faults()).containsExactly(PushFault.DELAY);
    assertThat(events().get(0).waiting()).isEmpty();
  }

  @Test
  void aDroppedEventIsNeverPushed_andSaysWhy() {
    hear(1, PushFaults.NONE.withDrop(1));
    time().advance(Duration.ofDays(1));

    assertThat(pushed()).isEmpty();
    assertThat(journal.history().owed()).isEmpty();
    EventAccount event = events().get(0);
    assertThat(event.outcome()).isEqualTo(EventAccount.Outcome.DROPPED);
    assertThat(event.reason()).contains("the fault 'drop' was injected: it is never pushed");
    journal.expire(Instant.MAX, 0);
    assertThat(events()).isEmpty();
  }

  @Test
  void aHeldEventIsPushedAfterALaterOne() {
    hear(1, PushFaults.NONE.withReorder(1, Duration.ofHours(1)));
    assertThat(pushed()).isEmpty();

    hear(2, PushFaults.NONE);

    assertThat(pushed()).containsExactly("2", "1");
    assertThat(events().get(0).faults()).containsExactly(PushFault.REORDER);
  }

  @Test
  void aHeldEventDoesNotWaitForEver_whereNoLaterOneComes() {
    hear(1, PushFaults.NONE.withReorder(1, Duration.ofSeconds(5)));
    time().advance(Duration.ofSeconds(5));

    assertThat(pushed()).containsExactly("1");
  }

  @Test
  void allThatIsHeldIsPushedInADrawnOrder_thatTheSeedDecides() {
    List<List<String>> orders = new ArrayList<>();
    for (long seed : new long[] {1, 1, 2}) {
      journal = new MemoryJournal();
      router = router(seed);
      for (int i = 0; i < 10; i++) {
        hear(i, PushFaults.NONE.withReorder(1, Duration.ofHours(1)));
      }
      router.pushHeld();
      time().runDue();
      orders.add(pushed());
    }

    assertThat(orders.get(0))
        .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
        .isNotEqualTo(orders.get(0).stream().sorted().toList())
        .isEqualTo(orders.get(1))
        .isNotEqualTo(orders.get(2));
  }

  @Test
  void aDelayedEventKeepsItsTime_whenPushsimIsStartedAgain() {
    hear(1, PushFaults.NONE.withDelay(DelayRange.fixed(Duration.ofSeconds(30))));
    MemoryJournal kept = new MemoryJournal();
    journal.read(kept::append);
    journal = kept;

    time().advance(Duration.ofSeconds(10));
    assertThat(router(1).resume()).isEqualTo(1);
    time().advance(Duration.ofSeconds(19));
    assertThat(pushed()).isEmpty();
    time().advance(Duration.ofSeconds(1));

    assertThat(pushed()).containsExactly("1");
  }

  @Test
  void aDelayedEventIsPushedAtOnce_whenItsTimeHasPassedMeanwhile() {
    hear(1, PushFaults.NONE.withDelay(DelayRange.fixed(Duration.ofSeconds(30))));
    MemoryJournal kept = new MemoryJournal();
    journal.read(kept::append);
    time().pass(Duration.ofMinutes(5));
    journal = kept;

    router(1).resume();
    time().runDue();

    assertThat(pushed()).contains("1");
  }

  @Test
  void aDelayedEventIsGone_afterAReset() {
    hear(1, PushFaults.NONE.withDelay(DelayRange.fixed(Duration.ofSeconds(30))));
    world.simulation().reset();
    time().advance(Duration.ofMinutes(1));

    assertThat(entries(Entry.EventRouted.class)).isZero();
  }

  /** Delivered, dropped and still waiting: together what was accepted, duplicates among it. */
  @Property(tries = 60)
  void nothingIsLostAndNothingIsAdded(
      @ForAll @IntRange(min = 1, max = 40) int heard,
      @ForAll @DoubleRange(min = 0, max = 1) double duplicate,
      @ForAll @IntRange(min = 1, max = 3) int copies,
      @ForAll @IntRange(min = 0, max = 20) int delay,
      @ForAll @DoubleRange(min = 0, max = 1) double reorder,
      @ForAll @DoubleRange(min = 0, max = 1) double drop,
      @ForAll @IntRange(min = 0, max = 15) int seconds,
      @ForAll long seed) {
    world = new SimpleWorld(DuplicateWindow.none());
    journal = new MemoryJournal();
    router = router(seed);
    PushFaults faults =
        PushFaults.NONE
            .withDuplicates(duplicate, copies)
            .withDelay(new DelayRange(Duration.ZERO, Duration.ofSeconds(delay)))
            .withReorder(reorder, Duration.ofSeconds(5))
            .withDrop(drop);
    for (int i = 0; i < heard; i++) {
      hear(i, faults);
    }
    time().advance(Duration.ofSeconds(seconds));

    FaultPlan plan = FaultPlan.onDemand(new Draws(seed));
    long duplicates =
        LongStream.rangeClosed(1, heard).map(place -> plan.copies(faults, place)).sum();
    assertThat(events()).hasSize((int) (heard + duplicates));
    assertThat(entries(Entry.EventDropped.class))
        .isEqualTo(
            LongStream.rangeClosed(1, heard)
                .map(
                    place ->
                        LongStream.rangeClosed(0, plan.copies(faults, place))
                            .filter(copy -> plan.fate(faults, place, (int) copy).dropped())
                            .count())
                .sum());
    long dropped = count(EventAccount.Outcome.DROPPED);
    long waiting = events().stream().filter(event -> event.waiting().isPresent()).count();
    assertThat(pushed().size() + dropped + waiting).isEqualTo(heard + duplicates);

    time().advance(Duration.ofMinutes(1));
    assertThat(pushed()).hasSize((int) (heard + duplicates - dropped));
    assertThat(journal.history().owed()).isEmpty();
  }

  private long count(EventAccount.Outcome outcome) {
    return events().stream().filter(event -> event.outcome() == outcome).count();
  }
}
