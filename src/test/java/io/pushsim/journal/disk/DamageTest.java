package io.pushsim.journal.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.SimulatorException;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Entry;
import io.pushsim.journal.EventQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to files: torn ends are mended, anything else is said clearly. */
class DamageTest {
  private static final int EVENTS = 40;

  @TempDir private Path folder;
  @TempDir private Path copy;

  /** As a crash leaves the files: the log has not gone into the database yet. */
  private void crash() throws IOException {
    try (DataDirectory directory = DataDirectory.open(folder);
        DiskJournal journal = open(directory)) {
      for (int i = 0; i < EVENTS; i++) {
        journal.append(EntrySamples.accepted("event-" + i)).toCompletableFuture().join();
      }
      for (String name : List.of("journal.db", "journal.db-wal")) {
        Files.copy(folder.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static DiskJournal open(DataDirectory directory) {
    return new DiskJournal(directory, 1000, Long.MAX_VALUE, message -> {});
  }

  private long events() {
    try (DataDirectory directory = DataDirectory.open(copy);
        DiskJournal journal = open(directory)) {
      return journal.history().count(EventQuery.ALL);
    }
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(this::events)
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("The journal in '%s'".formatted(copy))
        .hasMessageContainingAll(words);
    // The folder is free again.
    DataDirectory.open(copy).close();
  }

  @Test
  void holdsAllThatWasDurable_afterACrash() throws IOException {
    crash();

    assertThat(events()).isEqualTo(EVENTS);
  }

  @Test
  void passesOverWhatWasBeingWritten() throws IOException {
    crash();
    byte[] garbage = new byte[5000];
    Arrays.fill(garbage, (byte) 7);
    Files.write(copy.resolve("journal.db-wal"), garbage, StandardOpenOption.APPEND);

    assertThat(events()).isEqualTo(EVENTS);
  }

  @Test
  void losesNoMoreThanTheLastTransaction_whenTheLogIsCutShort() throws IOException {
    crash();
    Path log = copy.resolve("journal.db-wal");
    byte[] all = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(all, all.length - 1));

    assertThat(events()).isEqualTo(EVENTS - 1);
  }

  /** Wherever in a group's transaction the log is cut: all of the group is there or nothing. */
  @Test
  void losesAGroupAsAWhole_whenTheLogIsCutShort() throws IOException {
    Path log = copy.resolve("journal.db-wal");
    long before;
    try (DataDirectory directory = DataDirectory.open(folder);
        DiskJournal journal = open(directory)) {
      journal.append(EntrySamples.accepted("alone")).toCompletableFuture().join();
      before = Files.size(folder.resolve("journal.db-wal"));
      List<Entry> group = new ArrayList<>();
      for (int i = 0; i < EVENTS; i++) {
        group.add(large("event-" + i));
      }
      journal.append(group).toCompletableFuture().join();
      Files.copy(folder.resolve("journal.db"), copy.resolve("journal.db"));
      Files.copy(folder.resolve("journal.db-wal"), log);
    }
    byte[] all = Files.readAllBytes(log);
    byte[] database = Files.readAllBytes(copy.resolve("journal.db"));
    assertThat(all.length - before).isGreaterThan(EVENTS * 30_000L);
    for (long length : List.of(before, before + 5000, (before + all.length) / 2, all.length - 1L)) {
      Files.write(copy.resolve("journal.db"), database);
      Files.write(log, Arrays.copyOf(all, (int) length));
      assertThat(events()).as("cut after %d of %d", length, all.length).isEqualTo(1);
    }
    Files.write(copy.resolve("journal.db"), database);
    Files.write(log, all);
    assertThat(events()).isEqualTo(1 + EVENTS);
  }

  private static Entry large(String event) {
    AcceptedEvent accepted = EntrySamples.accepted(event).event();
    return new Entry.EventAccepted(
        EntrySamples.NOW,
        new AcceptedEvent(event, accepted.event(), Optional.of("x".repeat(30_000))));
  }

  @Test
  void isRefused_whenAPageIsNotWhatWasWritten() throws IOException, SQLException {
    crash();
    change("UPDATE page SET body = replace(body, 'HappyFace', 'SadSmiley') WHERE id = 3");

    assertRefused("damaged", "page 3 is not what was written", "journal.db");
  }

  @Test
  void isRefused_whenTheDatabaseIsDamaged() throws IOException {
    crash();
    assertThat(events()).isEqualTo(EVENTS);
    Path file = copy.resolve("journal.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 8192, Math.min(bytes.length, 40_000), (byte) 0x5a);
    Files.write(file, bytes);

    assertRefused("damaged", "put a copy of the folder back");
  }

  @Test
  void isRefused_whenItIsNoDatabase() throws IOException {
    Files.writeString(copy.resolve("journal.db"), "Dear diary, ".repeat(1000));

    assertRefused("damaged or foreign");
  }

  @Test
  void isRefused_whenItIsAnotherProgramsDatabase() throws SQLException {
    change("CREATE TABLE songs (title TEXT)");

    assertRefused("a database of another program");
  }

  @Test
  void isRefused_whenItIsOfALaterForm() throws IOException, SQLException {
    crash();
    change("PRAGMA user_version = 99");

    assertRefused("it has the form 99, and this pushsim writes the form " + Entry.SCHEMA_VERSION);
  }

  @Test
  void saysSo_whenAnEntryCannotBeReadAgain() {
    byte[] page = "7 {\"is\":\"DeliveryEnded\",\"ti".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> new Rereader().entries(List.of(page)))
        .isInstanceOf(Database.ForeignContent.class)
        .hasMessageContaining("its entry 7 cannot be read");
    assertThatThrownBy(() -> new Rereader().entries(List.of(new byte[] {'x', '\n'})))
        .isInstanceOf(Database.ForeignContent.class)
        .hasMessageContaining("a line has no number: 'x'");
  }

  private void change(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("journal.db"));
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }
}
