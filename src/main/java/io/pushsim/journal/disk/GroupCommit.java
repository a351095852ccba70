package io.pushsim.journal.disk;

import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes: all entries that wait, together. Where they cannot be written, those
 * that promise nothing to anybody are refused, and the others are tried again and again. Any thread
 * may add entries; none waits.
 */
final class GroupCommit {
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int MOST_AT_ONCE = 4096;

  /** So many entries at once show that more are coming. */
  private static final int BUSY = 16;

  /**
   * How long more are waited for then: to make a transaction durable costs the processor as much as
   * to write dozens of entries.
   */
  private static final Duration LINGER = Duration.ofMillis(1);

  private final Store store;
  private final DiskFailures failures;
  private final Consumer<String> log;
  private final Thread thread = new Thread(this::run, "pushsim-journal");

  // Guarded by this.
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final Deque<Task> tasks = new ArrayDeque<>();
  private long added;
  private long taken;
  private @Nullable SimulatorException outage;
  private long nextTry;
  private boolean closing;

  /** Where entries are written; called by the one thread alone. */
  interface Store {
    /** Writes entries and makes them durable, all or none. */
    void write(List<Ledger.Entered> entries) throws SQLException;

    /** Does a little of what makes room, if there is something to do. */
    void tidy() throws SQLException;

    /** Will not be called again. */
    void close() throws SQLException;
  }

  /**
   * Entries that are to be written, all or none.
   *
   * @param durable completes once they are
   */
  private record Waiting(Ledger.Group group, CompletableFuture<Void> durable) {
    int size() {
      return group.entries().size();
    }
  }

  /**
   * Something else that is to be done with the disk.
   *
   * @param after when so many groups were taken off the queue
   */
  private record Task(long after, Runnable work) {}

  /** Something to be done with the disk that has a result. */
  interface DiskTask<T> {
    T call() throws SQLException;
  }

  /**
   * @param log gets told where entries cannot be written, and where they can again
   */
  GroupCommit(Store store, DiskFailures failures, Consumer<String> log) {
    this.store = store;
    this.failures = failures;
    this.log = log;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** The refusal of whatever is to be written now; empty where it can be tried. */
  synchronized Optional<SimulatorException> refusal() {
    if (closing) {
      return Optional.of(failures.closed());
    }
    return nextTry - System.nanoTime() > 0 ? Optional.ofNullable(outage) : Optional.empty();
  }

  /**
   * Writes entries soon, in one transaction.
   *
   * @return completes on the writing thread once they are durable, in the order of the calls; fails
   *     with a SimulatorException where they cannot be made so now
   */
  synchronized CompletionStage<Void> add(Ledger.Group group) {
    Waiting waiting = new Waiting(group, new CompletableFuture<>());
    if (closing) {
      waiting.durable().completeExceptionally(failures.closed());
    } else {
      queue.add(waiting);
      added++;
      notifyAll();
    }
    return waiting.durable();
  }

  /**
   * Does something with the disk on the writing thread, after all entries that wait now, and waits
   * for its end.
   *
   * @throws SimulatorException where it is closing
   */
  <T> T callAndWait(DiskTask<T> task) throws SQLException {
    if (Thread.currentThread().equals(thread)) {
      return task.call();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    synchronized (this) {
      if (closing) {
        throw failures.closed();
      }
      tasks.add(new Task(added, () -> carryOut(task, result)));
      notifyAll();
    }
    try {
      return result.join();
    } catch (CompletionException e) {
      if (Failures.cause(e) instanceof SQLException failure) {
        throw failure;
      }
      throw Failures.cause(e) instanceof RuntimeException failure ? failure : e;
    }
  }

  private static <T> void carryOut(DiskTask<T> task, CompletableFuture<T> result) {
    try {
      result.complete(task.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  /** Writes what waits, once more where it could not be, and ends. */
  void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>();
    while (await(batch)) {
      int size = entries(batch);
      if (size > 0) {
        write(batch);
      }
      if (size >= BUSY) {
        LockSupport.parkNanos(LINGER.toNanos());
      }
      nextTask().ifPresent(task -> task.work().run());
    }
    int lost = entries(batch);
    try {
      store.close();
    } catch (SQLException e) {
      log.accept(failures.whileClosing(e));
    }
    if (lost > 0) {
      log.accept(failures.lost(lost));
    }
  }

  private synchronized Optional<Task> nextTask() {
    return !tasks.isEmpty() && tasks.element().after() <= taken
        ? Optional.of(tasks.remove())
        : Optional.empty();
  }

  /**
   * Waits for something to do.
   *
   * @param batch gets more groups, none of them in part, after those that could not be written
   * @return false where all is done and it is closing
   */
  private synchronized boolean await(List<Waiting> batch) {
    boolean interrupted = false;
    while (!closing && tasks.isEmpty() && !mayWrite(batch)) {
      try {
        boolean idle = batch.isEmpty() && queue.isEmpty();
        wait(idle ? 0 : Math.max(1, (nextTry - System.nanoTime()) / 1_000_000 + 1));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    boolean done =
        closing && queue.isEmpty() && tasks.isEmpty() && (batch.isEmpty() || outage != null);
    int size = entries(batch);
    while (!queue.isEmpty() && size < MOST_AT_ONCE) {
      size += queue.element().size();
      batch.add(queue.remove());
      taken++;
    }
    return !done;
  }

  private static int entries(List<Waiting> batch) {
    return batch.stream().mapToInt(Waiting::size).sum();
  }

  private boolean mayWrite(List<Waiting> batch) {
    boolean something = !queue.isEmpty() || !batch.isEmpty();
    return something && (outage == null || nextTry - System.nanoTime() <= 0);
  }

  /** Writes the groups; those that are left in the batch afterwards are to be tried again. */
  private void write(List<Waiting> batch) {
    try {
      store.write(batch.stream().flatMap(waiting -> waiting.group().entries().stream()).toList());
    } catch (SQLException e) {
      failed(batch, failures.refusal(e));
      return;
    }
    List<Waiting> written = List.copyOf(batch);
    batch.clear();
    worksAgain();
    written.forEach(waiting -> waiting.durable().complete(null));
    try {
      store.tidy();
    } catch (SQLException e) {
      failed(batch, failures.refusal(e));
    }
  }

  private void worksAgain() {
    boolean after;
    synchronized (this) {
      after = outage != null;
      outage = null;
    }
    if (after) {
      log.accept(failures.over());
    }
  }

  private void failed(List<Waiting> batch, SimulatorException refusal) {
    boolean first;
    synchronized (this) {
      first = outage == null;
      outage = refusal;
      nextTry = System.nanoTime() + BETWEEN_TRIES.toNanos();
    }
    if (first) {
      log.accept(refusal.message());
    }
    List<Waiting> refused = List.copyOf(batch);
    batch.removeIf(waiting -> waiting.group().promise());
    refused.forEach(waiting -> waiting.durable().completeExceptionally(refusal));
  }
}
