package io.pushsim.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A journal that lasts as long as the process. */
public final class MemoryJournal implements Journal {
  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private final Chronicle chronicle;
  private long number;

  /** A journal that keeps everything until it is told otherwise. */
  public MemoryJournal() {
    this(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  /** A journal that is bounded as a {@link Chronicle} is. */
  public MemoryJournal(int keep, long bytes) {
    chronicle = new Chronicle(keep, bytes, this::entries);
  }

  @Override
  public synchronized CompletionStage<Void> append(List<Entry> group) {
    Entry.checkTogether(group);
    for (Entry entry : group) {
      if (!add(entry)) {
        break;
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Adds an entry.
   *
   * @return false where it is passed over
   */
  private boolean add(Entry entry) {
    number++;
    if (entry instanceof Entry.OfState state) {
      letGoBefore(state);
      entries.put(number, entry);
      return true;
    }
    Optional<List<Long>> gone = chronicle.add(number, entry);
    if (gone.isPresent()) {
      entries.put(number, entry);
      gone.get().forEach(entries::remove);
      chronicle.archived(entry);
    }
    return gone.isPresent();
  }

  private void letGoBefore(Entry.OfState entry) {
    if (entry.outcomes().contains(new Outcome.EverythingGone())) {
      entries.clear();
      chronicle.clear();
    } else if (entry instanceof Entry.Snapshot) {
      entries.values().removeIf(Entry.OfState.class::isInstance);
    }
    chronicle.fold(number, entry).forEach(entries::remove);
  }

  @Override
  public void read(Consumer<Entry> reader) {
    List<Entry> copy;
    synchronized (this) {
      copy = List.copyOf(entries.values());
    }
    copy.forEach(reader);
  }

  private synchronized Map<Long, Entry> entries(Collection<Long> numbers) {
    Map<Long, Entry> found = new HashMap<>();
    for (Long wanted : numbers) {
      Entry entry = entries.get(wanted);
      if (entry != null) {
        found.put(wanted, entry);
      }
    }
    return found;
  }

  @Override
  public synchronized void expire(Instant before, int newest) {
    chronicle.expire(before, newest).forEach(entries::remove);
  }

  @Override
  public Chronicle history() {
    return chronicle;
  }

  @Override
  public void close() {}
}
