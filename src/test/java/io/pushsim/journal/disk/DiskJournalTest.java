package io.pushsim.journal.disk;

import io.pushsim.journal.Journal;
import io.pushsim.journal.JournalContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A journal on disk does what every journal does, and all the same after it was closed. */
class DiskJournalTest extends JournalContract {
  @TempDir private Path folder;
  private final List<String> log = new ArrayList<>();
  private Optional<DataDirectory> directory = Optional.empty();

  @Override
  protected Journal open(int most, long mostBytes) {
    if (directory.isEmpty()) {
      directory = Optional.of(DataDirectory.open(folder));
    }
    return new DiskJournal(directory.get(), most, mostBytes, log::add);
  }

  @Override
  protected boolean lasts() {
    return true;
  }

  @AfterEach
  void leaveFolder() {
    directory.ifPresent(DataDirectory::close);
    Assertions.assertThat(log).isEmpty();
  }
}
