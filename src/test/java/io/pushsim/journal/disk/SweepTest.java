package io.pushsim.journal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Chronicle;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.EventQuery;
import io.pushsim.queue.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room is made by what is of no use, and nothing that was forgotten comes back. */
@Tag("one-jdk")
class SweepTest {
  private static final int KEPT = 50;
  private static final int DELIVERIES = 8000;

  @TempDir private Path folder;

  @Test
  void aFileStaysSmall_andHoldsWhatIsOwedForLong() throws IOException {
    List<String> before;
    try (DataDirectory directory = DataDirectory.open(folder);
        DiskJournal journal = open(directory)) {
      journal.append(EntrySamples.accepted("owed"));
      for (int i = 0; i < DELIVERIES; i++) {
        deliver(journal, i);
      }
      journal
          .append(new Entry.EventRouted(EntrySamples.NOW, "owed", 1, Optional.empty()))
          .toCompletableFuture()
          .join();
      before = ids(journal);
      assertThat(before).hasSize(KEPT).startsWith("delivery-" + (DELIVERIES - 1));
    }
    assertThat(Files.size(folder.resolve("journal.db"))).isLessThan(8L << 20);
    try (DataDirectory directory = DataDirectory.open(folder);
        DiskJournal journal = open(directory)) {
      assertThat(ids(journal)).isEqualTo(before);
      assertThat(journal.history().owed())
          .extracting(owed -> owed.event().orElseThrow().id())
          .containsExactly("owed");
    }
  }

  private static DiskJournal open(DataDirectory directory) {
    return new DiskJournal(directory, KEPT, Long.MAX_VALUE, message -> {});
  }

  private static List<String> ids(DiskJournal journal) {
    return journal
        .history()
        .deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 1000)
        .items()
        .stream()
        .map(DeliveryAccount::delivery)
        .map(delivery -> delivery.id())
        .toList();
  }

  private static void deliver(DiskJournal journal, int i) {
    String event = "event-" + i;
    journal.append(EntrySamples.accepted(event)).toCompletableFuture().join();
    journal.append(new Entry.EventRouted(EntrySamples.NOW, event, 1, Optional.empty()));
    journal.append(
        new Entry.DeliveryBegun(
            EntrySamples.NOW,
            EntrySamples.delivery("delivery-" + i, event, EntrySamples.allowed())));
    journal.append(
        new Entry.DeliveryEnded(
            EntrySamples.NOW,
            event,
            "delivery-" + i,
            List.of(EntrySamples.attempt(1)),
            Conclusion.SUCCEEDED,
            List.of()));
  }

  /** However far a sweep has come when the machine stops: nobody is told of an event twice. */
  @Property(tries = 300)
  void nothingComesBack_whenASweepIsCutShort(@ForAll long seed) {
    Random random = new Random(seed);
    PagedMemory memory = new PagedMemory(3);
    List<Deque<Entry>> lives = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      lives.add(life(random, "event-" + i));
    }
    for (int i = 0; i < 90; i++) {
      Entry next = lives.get(random.nextInt(Math.min(lives.size(), 2 + i / 3))).poll();
      if (next != null) {
        memory.append(next);
      }
      if (random.nextInt(15) == 0) {
        memory.sweepSome(random.nextInt(20));
      }
    }

    PagedMemory again = memory.reopened();

    assertThat(again.owed()).isEqualTo(memory.owed());
    assertThat(again.told()).isEqualTo(memory.told());
    assertThat(again.inQueue()).isEqualTo(memory.inQueue());
  }

  /** What is told of one event from its beginning to its end. */
  private static Deque<Entry> life(Random random, String event) {
    String delivery = "delivery of " + event;
    Deque<Entry> life = new ArrayDeque<>();
    if (random.nextInt(3) == 0) {
      return lifeOfAMessage(random, event);
    }
    life.add(EntrySamples.accepted(event));
    if (random.nextInt(4) == 0) {
      life.add(new Entry.EventRouted(EntrySamples.NOW, event, 0, Optional.of("nobody asked")));
      return life;
    }
    life.add(new Entry.EventRouted(EntrySamples.NOW, event, 1, Optional.empty()));
    life.add(
        new Entry.DeliveryBegun(
            EntrySamples.NOW, EntrySamples.delivery(delivery, event, EntrySamples.allowed())));
    for (int i = random.nextInt(3); i > 0; i--) {
      life.add(
          new Entry.DeliveryAttempted(
              EntrySamples.NOW, event, delivery, EntrySamples.attempt(i), EntrySamples.NOW));
    }
    life.add(
        new Entry.DeliveryEnded(
            EntrySamples.NOW,
            event,
            delivery,
            List.of(),
            Conclusion.EVENT_AGE_EXCEEDED,
            List.of()));
    return life;
  }

  private static Deque<Entry> lifeOfAMessage(Random random, String id) {
    Deque<Entry> life = new ArrayDeque<>();
    life.add(EntrySamples.sent(id));
    switch (random.nextInt(4)) {
      case 0 ->
          life.add(
              new Entry.MessageGone(
                  EntrySamples.NOW, EntrySamples.QUEUE, id, Entry.MessageGone.Why.DELETED));
      case 1 -> life.add(EntrySamples.purged());
      default -> {}
    }
    return life;
  }

  /** A journal whose pages are in memory, each of a few entries. */
  private static final class PagedMemory {
    private final int keep;
    private final Chronicle chronicle;
    private final Ledger ledger;
    private final TreeMap<Long, List<Ledger.Written>> pages = new TreeMap<>();
    private final List<Ledger.Written> next = new ArrayList<>();
    private long id;

    PagedMemory(int keep) {
      this.keep = keep;
      chronicle = new Chronicle(keep, Long.MAX_VALUE, this::read);
      ledger = new Ledger(chronicle);
    }

    private Map<Long, Entry> read(Collection<Long> numbers) {
      return pages.values().stream()
          .flatMap(List::stream)
          .filter(written -> numbers.contains(written.number()))
          .collect(Collectors.toMap(Ledger.Written::number, Ledger.Written::entry));
    }

    void append(Entry entry) {
      ledger
          .enter(List.of(entry))
          .entries()
          .forEach(entered -> next.add(new Ledger.Written(entered, 1)));
      if (next.size() == 3 || entry.isPromise() || entry instanceof Entry.OfMessage) {
        id++;
        pages.put(id, List.copyOf(next));
        ledger.written(id, next);
        next.clear();
      }
    }

    void sweepSome(int most) {
      List<Pages.Sweeping> sweep = ledger.sweepAll();
      for (Pages.Sweeping sweeping : sweep.subList(0, Math.min(most, sweep.size()))) {
        pages.computeIfPresent(
            sweeping.id(),
            (page, entries) -> {
              List<Ledger.Written> kept =
                  entries.stream().filter(e -> sweeping.kept().contains(e.number())).toList();
              return kept.isEmpty() ? null : kept;
            });
        ledger.swept(List.of(sweeping));
      }
    }

    PagedMemory reopened() {
      PagedMemory again = new PagedMemory(keep);
      again.pages.putAll(pages);
      again.id = id;
      pages.forEach(again.ledger::found);
      next.forEach(written -> again.append(written.entry()));
      return again;
    }

    List<String> owed() {
      return chronicle.owed().stream()
          .flatMap(some -> some.event().stream())
          .map(AcceptedEvent::id)
          .toList();
    }

    List<String> inQueue() {
      return chronicle
          .messages()
          .mailboxes()
          .before(EntrySamples.QUEUE, Long.MAX_VALUE, 1000)
          .stream()
          .map(Claim::messageId)
          .toList();
    }

    List<String> told() {
      return chronicle.events(EventQuery.ALL, OptionalLong.empty(), 1000).items().stream()
          .map(account -> account.id() + " " + account.outcome() + " " + account.deliveryIds())
          .toList();
    }
  }
}
