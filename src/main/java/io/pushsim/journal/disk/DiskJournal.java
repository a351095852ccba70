package io.pushsim.journal.disk;

import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Chronicle;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A journal in a {@link DataDirectory}: what it says is durable survives the end of the process and
 * of the machine. One thread writes, all that waits in one transaction; nobody else waits for the
 * disk, so that it may be called on an event loop.
 *
 * <p>Where the disk takes nothing, events and changes of the state are refused
 * (ServiceUnavailableException, 503), and what tells of things that have happened is written later.
 */
public final class DiskJournal implements Journal {
  private final Chronicle chronicle;
  private final Ledger ledger;
  private final PageStore store;
  private final DiskFailures failures;
  private final GroupCommit writer;
  private final Rereader rereader = new Rereader();
  private final Instant latest;

  /**
   * Opens the journal of a folder, or begins one.
   *
   * @param keep how many ended deliveries stay, and how many events that came to nothing
   * @param bytes how many bytes there may be to tell of these, about
   * @param log gets told where the disk takes nothing, and where it does again
   * @throws SimulatorException where it cannot be opened or is damaged; the message says what to do
   */
  public DiskJournal(DataDirectory directory, int keep, long bytes, Consumer<String> log) {
    chronicle = new Chronicle(keep, bytes, this::readAgain);
    ledger = new Ledger(chronicle);
    failures = new DiskFailures(directory);
    store = open(directory);
    latest = ledger.latest();
    writer = new GroupCommit(store, failures, log);
    writer.start();
    chronicle.found();
  }

  private PageStore open(DataDirectory directory) {
    try {
      SqliteLibrary.load(directory);
      Database database = new Database(directory.journal(), Entry.SCHEMA_VERSION);
      try {
        PageStore opened = new PageStore(database, ledger);
        opened.load();
        return opened;
      } catch (SQLException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failures.atOpening(e);
    }
  }

  /** The latest time of the entries that were there at the opening; {@link Instant#MIN} of none. */
  public Instant latest() {
    return latest;
  }

  @Override
  public synchronized CompletionStage<Void> append(List<Entry> entries) {
    Entry.checkTogether(entries);
    Optional<SimulatorException> refusal = writer.refusal();
    if (refusal.isPresent() && canBeRefused(entries)) {
      return CompletableFuture.failedFuture(refusal.get());
    }
    Ledger.Group group = ledger.enter(entries);
    return group.entries().isEmpty() ? CompletableFuture.completedFuture(null) : writer.add(group);
  }

  private static boolean canBeRefused(List<Entry> entries) {
    return Entry.arePromise(entries) || entries.stream().anyMatch(Entry.OfState.class::isInstance);
  }

  @Override
  public void read(Consumer<Entry> reader) {
    read(false, reader);
  }

  @Override
  public void readState(Consumer<Entry.OfState> reader) {
    read(true, entry -> reader.accept((Entry.OfState) entry));
  }

  private void read(boolean ofStateOnly, Consumer<Entry> reader) {
    try {
      writer.callAndWait(
          () -> {
            store.read(ofStateOnly, reader);
            return true;
          });
    } catch (SQLException e) {
      throw failures.atReading(e);
    }
  }

  /** Nobody but the writing thread uses the disk; what is read there is understood here. */
  private Map<Long, Entry> readAgain(Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    try {
      return rereader.entries(writer.callAndWait(() -> store.pages(Set.copyOf(numbers))));
    } catch (SQLException e) {
      throw failures.atReading(e);
    }
  }

  @Override
  public boolean wantsSnapshot() {
    return ledger.wantsSnapshot();
  }

  @Override
  public void expire(Instant before, int newest) {
    ledger.letGo(chronicle.expire(before, newest));
  }

  @Override
  public Chronicle history() {
    return chronicle;
  }

  /** Writes what waits and closes the file. */
  @Override
  public void close() {
    writer.close();
  }
}
