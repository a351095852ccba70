package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A journal that is tried. One that lasts is closed and opened again before it is asked, and once
 * more afterwards.
 */
public abstract class JournalBench {
  static final OptionalLong FROM_START = OptionalLong.empty();
  Journal journal;
  Optional<Runnable> expiry = Optional.empty();
  private int keep;
  private long bytes;

  /** What journals are opened by. */
  public interface Opener {
    /** A journal with what the last one held, if it is one that lasts. */
    Journal open(int most, long mostBytes);

    /** The next {@link #open} is to have what this journal holds. */
    boolean lasts();
  }

  protected abstract Opener opener();

  @BeforeEach
  void openFirst() {
    reopen(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  @AfterEach
  void closeLast() {
    journal.close();
  }

  final void reopen(int most, long mostBytes) {
    if (journal != null) {
      journal.close();
    }
    keep = most;
    bytes = mostBytes;
    journal = opener().open(keep, bytes);
    expiry.ifPresent(Runnable::run);
  }

  void append(List<Entry> entries) {
    journal.append(entries).toCompletableFuture().join();
  }

  void append(Entry entry) {
    journal.append(entry).toCompletableFuture().join();
  }

  void expire(Instant before, int newest) {
    expiry = Optional.of(() -> journal.expire(before, newest));
    expiry.get().run();
  }

  void story(String event, int second, int deliveries) {
    append(Entries.accepted(event, second));
    append(Entries.routed(event, second, deliveries));
    for (int i = 0; i < deliveries; i++) {
      append(Entries.ended(event, second));
    }
  }

  List<String> told() {
    List<String> now = toldNow();
    if (opener().lasts()) {
      reopen(keep, bytes);
      assertThat(toldNow()).isEqualTo(now);
    }
    return now;
  }

  List<String> toldNow() {
    List<String> told = new ArrayList<>();
    journal.read(entry -> told.add(Entries.tell(entry)));
    return told;
  }

  static Instant time(int second) {
    return Entries.NOW.plusSeconds(second);
  }
}
