package io.pushsim.journal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.Entry;
import io.pushsim.journal.Outcome;
import io.pushsim.journal.State;
import io.pushsim.policy.Decision;
import io.pushsim.testing.GoldenFile;
import io.pushsim.testing.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Entries are on disk what they are in memory, and stay readable. */
class EntryFormatTest {
  private final EntryFormat format = new EntryFormat();

  @Test
  void readsWhatItWrote() throws Database.ForeignContent {
    for (Entry entry : EntrySamples.all()) {
      assertThat(read(written(entry))).isEqualTo(entry);
    }
  }

  @Test
  void theSamplesHaveEveryKindOfEntry() {
    Set<Class<?>> kinds =
        EntrySamples.all().stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(records(Entry.class)).allMatch(kinds::contains);
  }

  /** A stored journal is read by later versions: what changes here needs a new schema version. */
  @Test
  void theFormStaysAsItWas() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Entry entry : EntrySamples.all()) {
      lines.append(written(entry)).append('\n');
    }
    new GoldenFile("journal-v%d.jsonl".formatted(Entry.SCHEMA_VERSION))
        .assertHolds(lines.toString());
  }

  @Test
  void aLineHasNoLineEnd() {
    for (Entry entry : EntrySamples.all()) {
      assertThat(written(entry)).doesNotContain("\n", "\r");
    }
  }

  @Test
  void aDecisionSaysTheSame_whenItWasRead() throws Database.ForeignContent {
    for (Entry entry : EntrySamples.all()) {
      if (entry instanceof Entry.DeliveryDenied denied) {
        Decision read = ((Entry.DeliveryDenied) read(written(denied))).delivery().decision();
        Decision before = denied.delivery().decision();
        assertThat(read.reason()).isEqualTo(before.reason());
        assertThat(read.remedies()).isEqualTo(before.remedies());
      }
    }
  }

  @Test
  void entriesAndSnapshotFoldToTheSameState() throws Database.ForeignContent {
    Simulation simulation = EntrySamples.session();
    List<Outcome> folded = new ArrayList<>();
    State fromEntries = State.empty();
    simulation.journal().readState(entry -> folded.addAll(stored(entry).outcomes()));
    folded.forEach(outcome -> outcome.applyTo(fromEntries));
    State fromSnapshot = State.empty();
    stored(new Entry.Snapshot(EntrySamples.NOW, simulation.state().snapshot()))
        .outcomes()
        .forEach(outcome -> outcome.applyTo(fromSnapshot));

    Set<Outcome> expected = new HashSet<>(simulation.state().snapshot());
    assertThat(expected).hasSizeGreaterThan(2);
    assertThat(new HashSet<>(fromEntries.snapshot())).isEqualTo(expected);
    assertThat(new HashSet<>(fromSnapshot.snapshot())).isEqualTo(expected);
  }

  private Entry.OfState stored(Entry.OfState entry) {
    try {
      return (Entry.OfState) read(written(entry));
    } catch (Database.ForeignContent e) {
      throw new IllegalStateException(e);
    }
  }

  private String written(Entry entry) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    format.write(entry, page);
    return page.toString(StandardCharsets.UTF_8);
  }

  private Entry read(String json) throws Database.ForeignContent {
    byte[] page = json.getBytes(StandardCharsets.UTF_8);
    return format.read(1, new Lines.Json(page, 0, page.length));
  }

  private static Stream<Class<?>> records(Class<?> kind) {
    return kind.isRecord()
        ? Stream.of(kind)
        : Stream.of(kind.getPermittedSubclasses()).flatMap(EntryFormatTest::records);
  }
}
