package io.pushsim.journal.disk;

import static io.pushsim.journal.disk.EntrySamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.Entry;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who opens a journal learns up to which time it tells of. */
class LatestTimeTest {
  @TempDir private Path folder;

  @Test
  void isLongAgo_whenNothingIsThereYet() {
    assertThat(openAndAppend()).isEqualTo(Instant.MIN);
  }

  @Test
  void isTheLatestOfAllEntries_downToTheNanosecond() {
    openAndAppend(ignoredAt(NOW.plusNanos(1)), ignoredAt(NOW.plusSeconds(60)), ignoredAt(NOW));

    assertThat(openAndAppend(ignoredAt(NOW.plusSeconds(61).plusNanos(7))))
        .isEqualTo(NOW.plusSeconds(60));
    assertThat(openAndAppend()).isEqualTo(NOW.plusSeconds(61).plusNanos(7));
  }

  private static Entry ignoredAt(Instant time) {
    return new Entry.EventIgnored(time, "examplebucket", "key", "s3:Scanner:BigPrefix", "reason");
  }

  /** What an opening finds; these entries are appended then, for the next. */
  private Instant openAndAppend(Entry... entries) {
    try (DataDirectory directory = DataDirectory.open(folder);
        DiskJournal journal =
            new DiskJournal(directory, Integer.MAX_VALUE, Long.MAX_VALUE, message -> {})) {
      for (Entry entry : entries) {
        journal.append(entry).toCompletableFuture().join();
      }
      return journal.latest();
    }
  }
}
