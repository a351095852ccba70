package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.Entry;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** No server is told that an event is safe before it is: not by way of its duplicate either. */
class DurableDuplicatesTest {
  private static final List<BucketNotification> PUT =
      new NotificationReader().readEach(new TestResource("minio-events/01-put.json").text());

  private final SlowJournal journal = new SlowJournal();
  private final EventRouter router = new Simulation().router(journal, DuplicateWindow.usual());

  /** A journal that makes an accepted event durable when it is told to. */
  private static final class SlowJournal extends ForwardingJournal {
    private final List<CompletableFuture<Void>> accepted = new ArrayList<>();
    private int repeated;

    private SlowJournal() {
      super(new MemoryJournal());
    }

    @Override
    public CompletionStage<Void> append(List<Entry> entries) {
      if (entries.get(0) instanceof Entry.EventAccepted) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        accepted.add(durable);
        return durable;
      }
      if (entries.get(0) instanceof Entry.EventRepeated) {
        repeated++;
      }
      return super.append(entries);
    }
  }

  @Test
  void aDuplicateWaitsForTheFirst() {
    CompletableFuture<Receipt> first = router.accept(PUT).toCompletableFuture();
    CompletableFuture<Receipt> second = router.accept(PUT).toCompletableFuture();
    assertThat(first).isNotDone();
    assertThat(second).isNotDone();

    journal.accepted.get(0).complete(null);

    assertThat(first).isCompletedWithValue(new Receipt(1, 0, 0, 0));
    assertThat(second).isCompletedWithValue(new Receipt(0, 0, 1, 0));
    assertThat(journal.accepted).hasSize(1);
    assertThat(journal.repeated).isEqualTo(1);
  }

  @Test
  void anEventThatCouldNotBeKept_isTakenWhenItIsSentAgain() {
    CompletableFuture<Receipt> first = router.accept(PUT).toCompletableFuture();
    CompletableFuture<Receipt> second = router.accept(PUT).toCompletableFuture();

    journal.accepted.get(0).completeExceptionally(new IOException("no space left on device"));
    CompletableFuture<Receipt> again = router.accept(PUT).toCompletableFuture();

    assertThat(first).isCompletedExceptionally();
    assertThat(second).isCompletedExceptionally();
    assertThat(journal.repeated).isZero();
    assertThat(journal.accepted).hasSize(2);
    journal.accepted.get(1).complete(null);
    assertThat(again).isCompletedWithValue(new Receipt(1, 0, 0, 0));
  }

  @Test
  void aMessageIsSafe_whenAllOfItIs() {
    List<BucketNotification> two = new ArrayList<>(PUT);
    two.addAll(
        new NotificationReader()
            .readEach(new TestResource("minio-events/02-put-user-metadata.json").text()));
    CompletableFuture<Receipt> both = router.accept(two).toCompletableFuture();

    journal.accepted.get(1).complete(null);
    assertThat(both).isNotDone();
    journal.accepted.get(0).completeExceptionally(new IOException("no space left on device"));

    assertThat(both).isCompletedExceptionally();
  }
}
