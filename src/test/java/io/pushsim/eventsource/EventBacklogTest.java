package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.invocation.Pace;
import io.pushsim.journal.Asleep;
import io.pushsim.journal.Chronicle;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.Entry;
import io.pushsim.journal.EventAccount;
import io.pushsim.journal.EventQuery;
import io.pushsim.journal.Journal;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many events, one of which runs at a time: all have their turn, and most sleep until then. */
class EventBacklogTest {
  private static final int MANY = 1500;
  private static final Duration RUN = Duration.ofSeconds(10);
  private static final String PUT = new TestResource("minio-events/01-put.json").text();

  private final Simulation simulation =
      new Simulation(
          Map.of("one", "{\"$takes\": \"%s\", \"$then\": 1}".formatted(RUN)),
          time -> new Pace(time, 1, 1));
  private final SimpleWorld world = new SimpleWorld(simulation);

  @BeforeEach
  void build() {
    world.build();
  }

  private void hear(EventRouter router, int from, int count) {
    for (int i = from; i < from + count; i++) {
      router
          .accept(new NotificationReader().readEach(PUT.replace("HappyFace", "face-" + i)))
          .toCompletableFuture()
          .join();
    }
    simulation.time().runDue();
  }

  private static List<Asleep> asleep(Journal journal) {
    List<Asleep> asleep = new ArrayList<>();
    journal.history().asleep(asleep::add);
    return asleep;
  }

  private List<String> deliveredKeys() {
    List<String> keys =
        new ArrayList<>(
            world.deliveries().stream()
                .map(DeliveryAccount::event)
                .flatMap(Optional::stream)
                .map(event -> event.event().object().key())
                .toList());
    Collections.reverse(keys);
    return keys;
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "face-%d.jpg".formatted(i)).toList();
  }

  @Test
  void eachHasItsTurn_inTheOrderInWhichTheyCame() {
    hear(simulation.router(), 0, MANY);
    assertThat(asleep(simulation.journal())).hasSizeGreaterThan(300);
    assertThat(world.events()).hasSize(MANY);
    assertThat(deliveredKeys()).hasSize(1);

    simulation.time().advance(RUN.multipliedBy(MANY));

    assertThat(deliveredKeys()).containsExactlyElementsOf(keys(MANY));
    assertThat(world.deliveries())
        .extracting(DeliveryAccount::outcome)
        .containsOnly(DeliveryAccount.Outcome.SUCCEEDED);
    assertThat(asleep(simulation.journal())).isEmpty();
    assertThat(simulation.activity().events()).isZero();
    assertThat(simulation.activity().invocations()).isZero();
  }

  @Test
  void whoComesWhileOthersSleepComesAfterThem() {
    hear(simulation.router(), 0, MANY - 10);
    simulation.time().advance(RUN.multipliedBy(200));

    hear(simulation.router(), MANY - 10, 10);
    simulation.time().advance(RUN.multipliedBy(MANY));

    assertThat(deliveredKeys()).containsExactlyElementsOf(keys(MANY));
  }

  @Test
  void noneHasItsTurn_whenEverythingIsGone() {
    hear(simulation.router(), 0, MANY);

    simulation.reset();
    simulation.time().advance(RUN.multipliedBy(MANY));

    assertThat(world.events()).isEmpty();
    assertThat(world.deliveries()).isEmpty();
    assertThat(simulation.activity().events()).isZero();
  }

  @Test
  void theyWait_whenTheJournalCannotBeRead() {
    BrokenJournal journal = new BrokenJournal();
    EventRouter router = simulation.router(journal, DuplicateWindow.none());
    hear(router, 0, MANY);
    int asleep = asleep(journal).size();

    journal.isBroken = true;
    assertThatThrownBy(() -> simulation.time().advance(RUN.multipliedBy(MANY)))
        .isInstanceOf(SimulatorException.class)
        .hasMessage("broken");
    assertThat(asleep(journal)).hasSize(asleep);
    journal.isBroken = false;
    simulation.time().advance(RUN.multipliedBy(MANY));

    assertThat(asleep(journal)).isEmpty();
    assertThat(journal.history().count(of(EventAccount.Outcome.MATCHED))).isEqualTo(MANY);
  }

  private static EventQuery of(EventAccount.Outcome outcome) {
    return new EventQuery(
        Optional.empty(), Optional.empty(), Optional.of(outcome), Optional.empty());
  }

  /** Reads nothing again while it is broken. */
  private static final class BrokenJournal implements Journal {
    private final Map<Long, Entry> entries = new TreeMap<>();
    private final Chronicle chronicle =
        new Chronicle(Integer.MAX_VALUE, Long.MAX_VALUE, this::readAgain);
    private boolean isBroken;

    @Override
    public CompletionStage<Void> append(List<Entry> group) {
      for (Entry entry : group) {
        long number = entries.size() + 1L;
        entries.put(number, entry);
        chronicle.add(number, entry);
        chronicle.archived(entry);
      }
      return CompletableFuture.completedFuture(null);
    }

    private Map<Long, Entry> readAgain(Collection<Long> numbers) {
      if (isBroken) {
        throw new SimulatorException(ErrorCode.SERVICE_UNAVAILABLE, "broken");
      }
      Map<Long, Entry> read = new HashMap<>(entries);
      read.keySet().retainAll(Set.copyOf(numbers));
      return read;
    }

    @Override
    public void read(Consumer<Entry> reader) {
      entries.values().forEach(reader);
    }

    @Override
    public void expire(Instant before, int keep) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Chronicle history() {
      return chronicle;
    }

    @Override
    public void close() {}
  }
}
