package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Entry;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.journal.State;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What is not written down does not become true; what is, may be said in short. */
class JournalledOperationsTest {
  private final Simulation simulation = new Simulation();
  private final ChoosyJournal journal = new ChoosyJournal();
  private final Operations operations = simulation.operations(journal);

  /** A journal that refuses, and wants snapshots, when it is told to. */
  private static final class ChoosyJournal extends ForwardingJournal {
    private boolean refuses;
    private boolean wantsSnapshot;

    private ChoosyJournal() {
      super(new MemoryJournal());
    }

    @Override
    public CompletionStage<Void> append(List<Entry> entries) {
      return refuses
          ? CompletableFuture.failedFuture(
              new SimulatorException(ErrorCode.SERVICE_UNAVAILABLE, "the disk is full"))
          : super.append(entries);
    }

    @Override
    public boolean wantsSnapshot() {
      return wantsSnapshot;
    }
  }

  private void create(String bucket) {
    operations
        .call(
            "CreateBucket",
            (ObjectNode) TestResource.json("{\"Bucket\": \"%s\"}".formatted(bucket)),
            Simulation.CALLER)
        .toCompletableFuture()
        .join();
  }

  @Test
  void nothingChanges_whenItCannotBeWritten() {
    journal.refuses = true;

    assertThatThrownBy(() -> create("apples"))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("the disk is full");

    assertThat(simulation.state().buckets().find("apples")).isEmpty();
    journal.refuses = false;
    create("apples");
    assertThat(simulation.state().buckets().find("apples")).isPresent();
  }

  @Test
  void aSnapshotTakesThePlaceOfOperations_whenTheJournalWantsOne() {
    create("apples");
    journal.wantsSnapshot = true;
    create("pears");

    List<Entry> entries = new ArrayList<>();
    journal.read(entries::add);
    assertThat(entries).hasSize(1).allMatch(Entry.Snapshot.class::isInstance);
    assertThat(State.of(journal).snapshot())
        .containsExactlyInAnyOrderElementsOf(simulation.state().snapshot());
  }
}
