package io.pushsim.cli;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Journal;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.journal.Retention;
import io.pushsim.journal.disk.DataDirectory;
import io.pushsim.journal.disk.DiskCodeStore;
import io.pushsim.journal.disk.DiskJournal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a simulator keeps what is to be kept: in memory, or in a folder.
 *
 * @param directory what is to be left to others at the end
 * @param latest the latest time that an earlier run wrote down; long ago where there was none
 */
record Storage(Journal journal, CodeStore code, Optional<DataDirectory> directory, Instant latest)
    implements AutoCloseable {
  /** The part of the heap, one in so many, that deliveries told of may fill. */
  private static final int DELIVERIES_SHARE = 8;

  /** About what a delivery that is on disk fills in memory, its event included, in bytes. */
  private static final int FOUND_BY = 1500;

  /** How many bytes on disk deliveries told of may fill, about. */
  private static final long DELIVERIES_ON_DISK = 1L << 30;

  /** The part of the heap that packages in memory may fill. */
  private static final int CODE_SHARE = 4;

  /**
   * Opens it.
   *
   * @param folder in which everything lasts; in memory where there is none
   * @param clock tells when a package was put
   * @param log gets told where the folder's disk fails
   * @throws SimulatorException where the folder cannot be used; the message says what to do
   */
  static Storage open(
      Optional<Path> folder, Retention retention, InstantSource clock, Consumer<String> log) {
    long heap = Runtime.getRuntime().maxMemory();
    long deliveries = heap / DELIVERIES_SHARE;
    int keep = retention.newest();
    if (folder.isEmpty()) {
      return new Storage(
          new MemoryJournal(keep, deliveries),
          CodeStore.inMemory(clock, heap / CODE_SHARE),
          Optional.empty(),
          Instant.MIN);
    }
    DataDirectory directory = DataDirectory.open(folder.get());
    try {
      // Before the journal, which has a thread and a file to close.
      CodeStore code = new DiskCodeStore(directory, clock);
      DiskJournal journal =
          new DiskJournal(
              directory, (int) Math.min(keep, deliveries / FOUND_BY), DELIVERIES_ON_DISK, log);
      return new Storage(journal, code, Optional.of(directory), journal.latest());
    } catch (SimulatorException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Takes in what a scenario has set up, durably.
   *
   * @throws SimulatorException InvalidInput where there is something already, or it cannot be kept
   */
  void begin(StandingState scenario) {
    if (!latest.equals(Instant.MIN)) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "--scenario sets up what stands at the start, but '%s' holds what an earlier run left: leave --scenario out to go on with that, name an empty folder by --data, or keep nothing by --ephemeral"
              .formatted(directory.map(kept -> kept.path().toString()).orElse("")));
    }
    scenario.putCode(code);
    journal.append(scenario.snapshot()).toCompletableFuture().join();
  }

  /** Where objects lie; in memory where there is no folder. */
  Optional<Path> objects() {
    return directory.map(DataDirectory::objects);
  }

  @Override
  public void close() {
    journal.close();
    directory.ifPresent(DataDirectory::close);
  }
}
