package io.pushsim.journal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.CourseContract;
import io.pushsim.journal.Journal;
import io.pushsim.journal.JournalBench;
import io.pushsim.journal.JournalContract;
import io.pushsim.journal.LastingSleepContract;
import io.pushsim.journal.MessagesContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A journal on disk does what every journal does, and all the same after it was closed. */
@Tag("one-jdk")
class DiskJournalTest {
  @TempDir private Path folder;
  private final List<String> log = new ArrayList<>();
  private Optional<DataDirectory> directory = Optional.empty();

  private final class OnDisk implements JournalBench.Opener {
    @Override
    public Journal open(int most, long mostBytes) {
      if (directory.isEmpty()) {
        directory = Optional.of(DataDirectory.open(folder));
      }
      return new DiskJournal(directory.get(), most, mostBytes, log::add);
    }

    @Override
    public boolean lasts() {
      return true;
    }
  }

  @AfterEach
  void leaveFolder() {
    directory.ifPresent(DataDirectory::close);
    assertThat(log).isEmpty();
  }

  @Nested
  class All extends JournalContract {
    @Override
    protected Opener opener() {
      return new OnDisk();
    }
  }

  @Nested
  class OfMessages extends MessagesContract {
    @Override
    protected Opener opener() {
      return new OnDisk();
    }
  }

  @Nested
  class OfCourses extends CourseContract {
    @Override
    protected Opener opener() {
      return new OnDisk();
    }
  }

  @Nested
  class OfSleepers extends LastingSleepContract {
    @Override
    protected Opener opener() {
      return new OnDisk();
    }
  }
}
