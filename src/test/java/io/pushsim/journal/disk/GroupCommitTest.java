package io.pushsim.journal.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Entry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What is promised is refused where it cannot be written; what has happened is written later. */
class GroupCommitTest {
  private static final Entry PROMISE = EntrySamples.accepted("a");
  private static final Entry TOLD =
      new Entry.EventRouted(EntrySamples.NOW, "a", 1, Optional.empty());

  @TempDir private Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final FakeDisk disk = new FakeDisk();
  private DataDirectory directory;
  private GroupCommit writer;

  /** Takes what it is given, or fails. */
  private static final class FakeDisk implements GroupCommit.Store {
    private final List<List<Long>> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile boolean full;
    private volatile boolean closed;

    @Override
    public void write(List<Ledger.Entered> entries) throws SQLException {
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (full) {
        throw new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
      }
      written.add(entries.stream().map(Ledger.Entered::number).toList());
    }

    @Override
    public void tidy() {}

    @Override
    public void close() {
      closed = true;
    }

    List<Long> all() {
      return written.stream().flatMap(List::stream).toList();
    }
  }

  @BeforeEach
  void start() {
    directory = DataDirectory.open(folder);
    writer = new GroupCommit(disk, new DiskFailures(directory), log::add);
    writer.start();
  }

  @AfterEach
  void stop() {
    writer.close();
    directory.close();
    assertThat(disk.closed).isTrue();
  }

  private CompletableFuture<Void> add(long number, boolean promise) {
    return add(promise, number);
  }

  private CompletableFuture<Void> add(boolean promise, Long... numbers) {
    List<Ledger.Entered> entries =
        Stream.of(numbers)
            .map(number -> new Ledger.Entered(number, promise ? PROMISE : TOLD, !promise))
            .toList();
    return writer.add(new Ledger.Group(entries, promise)).toCompletableFuture();
  }

  @Test
  void writesAllThatWaits_together_andTellsInOrder() {
    List<Long> told = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (long number = 1; number <= 100; number++) {
      long mine = number;
      all.add(add(number, true).thenRun(() -> told.add(mine)));
    }
    disk.go.countDown();
    all.forEach(CompletableFuture::join);

    assertThat(disk.all()).hasSize(100).isSorted();
    assertThat(told).hasSize(100).isSorted();
    assertThat(disk.written).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void refusesPromises_andKeepsTheRest_whileTheDiskIsFull() {
    disk.full = true;
    disk.go.countDown();
    CompletableFuture<Void> told = add(1, false);
    SimulatorException refusal = refusal(add(2, true));

    assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    assertThat(refusal.message())
        .contains("'%s'".formatted(folder), "disk is full", "make room on that disk");
    assertThat(writer.refusal()).contains(refusal);
    assertThat(log).containsExactly(refusal.message());
    assertThat(disk.all()).isEmpty();
    assertThat(told).isCompletedExceptionally();

    disk.full = false;
    while (disk.all().isEmpty()) {
      Thread.onSpinWait();
    }
    add(3, true).join();
    assertThat(disk.all()).containsExactly(1L, 3L);
    assertThat(writer.refusal()).isEmpty();
    assertThat(log).hasSize(2);
    assertThat(log.get(1)).contains("again");
  }

  private static SimulatorException refusal(CompletableFuture<Void> failed) {
    return assertInstanceOf(
        SimulatorException.class, assertThrows(CompletionException.class, failed::join).getCause());
  }

  @Test
  void writesAGroupInOneTransaction_whenItDoesNotFitIntoTheBatch() {
    CompletableFuture<Void> first = add(1, true);
    List<CompletableFuture<Void>> groups = new ArrayList<>();
    for (long number = 2; number <= 9000; number += 3) {
      groups.add(add(true, number, number + 1, number + 2));
    }
    disk.go.countDown();
    first.join();
    groups.forEach(CompletableFuture::join);

    assertThat(disk.all())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 9001).boxed().toList());
    assertThat(disk.written).hasSizeGreaterThanOrEqualTo(3);
    // Each transaction ends with the last of a group of three.
    assertThat(disk.written).allMatch(written -> written.get(written.size() - 1) % 3 == 1);
  }

  @Test
  void refusesAGroupAsAWhole_andKeepsAnotherAsAWhole_whileTheDiskIsFull() {
    disk.full = true;
    CompletableFuture<Void> told = add(false, 1L, 2L);
    CompletableFuture<Void> promised = add(true, 3L, 4L);
    disk.go.countDown();
    assertThat(refusal(told).message()).isEqualTo(refusal(promised).message());

    disk.full = false;
    while (disk.all().isEmpty()) {
      Thread.onSpinWait();
    }
    add(5, true).join();
    assertThat(disk.written.get(0)).startsWith(1L, 2L);
    assertThat(disk.all()).containsExactly(1L, 2L, 5L);
  }

  @Test
  void writesWhatWaits_beforeItEnds() {
    CompletableFuture<Void> last = add(1, false);
    disk.go.countDown();
    writer.close();

    assertThat(last).isCompleted();
    assertThat(disk.all()).containsExactly(1L);
    assertThat(refusal(add(2, true)).message()).isEqualTo("pushsim is ending.");
  }

  @Test
  void saysWhatIsLost_whenItEndsWhileTheDiskIsFull() {
    disk.full = true;
    List<CompletableFuture<Void>> both = List.of(add(1, false), add(2, true));
    disk.go.countDown();
    writer.close();

    assertThat(both).allMatch(CompletableFuture::isCompletedExceptionally);

    assertThat(log).hasSize(2);
    assertThat(log.get(1)).startsWith("1 entries could not be written");
  }

  @Test
  void runsATask_afterWhatWaitsNow() throws SQLException {
    CompletableFuture<Void> first = add(1, false);
    disk.go.countDown();
    List<Long> seen = writer.callAndWait(disk::all);

    assertThat(first).isCompleted();

    assertThat(seen).containsExactly(1L);
  }

  @Test
  void aTaskGetsItsTurn_whileEntriesKeepComing() throws SQLException {
    disk.go.countDown();
    // Each entry that is durable is followed by another, so that one waits at any time.
    CompletableFuture<Void> endless = addForEver(1);

    List<Long> seen = writer.callAndWait(disk::all);

    assertThat(seen).startsWith(1L);
    assertThat(endless).isNotDone();
  }

  private CompletableFuture<Void> addForEver(long number) {
    return add(number, false).thenCompose(durable -> addForEver(number + 1));
  }

  @Test
  void aTaskFails_asTheDiskDoes() {
    disk.go.countDown();
    SQLException failure = new SQLException("disk I/O error");

    GroupCommit.DiskTask<Object> task =
        () -> {
          throw failure;
        };
    Exception thrown = assertThrows(SQLException.class, () -> writer.callAndWait(task));

    assertThat((Object) thrown).isSameAs(failure);
  }
}
