package io.pushsim.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A journal that lasts as long as the process. */
public final class MemoryJournal implements Journal {
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public synchronized CompletionStage<Void> append(Entry entry) {
    entries.add(entry);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void read(Consumer<Entry> reader) {
    List<Entry> copy;
    synchronized (this) {
      copy = List.copyOf(entries);
    }
    copy.forEach(reader);
  }

  @Override
  public synchronized void compact(Entry.OperationDone snapshot) {
    entries.removeIf(Entry.OperationDone.class::isInstance);
    entries.add(0, snapshot);
  }

  @Override
  public synchronized void expire(Instant before, int keep) {
    Set<String> kept = new HashSet<>();
    Set<String> expired = new HashSet<>();
    int newer = 0;
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) instanceof Entry.DeliveryEnded ended) {
        boolean stays = newer++ < keep && !ended.time().isBefore(before);
        (stays ? kept : expired).add(ended.delivery().eventId());
        if (!stays) {
          entries.remove(i);
        }
      }
    }
    expired.removeAll(kept);
    entries.removeIf(
        entry ->
            entry instanceof Entry.EventAccepted accepted
                && expired.contains(accepted.event().id()));
  }

  @Override
  public void close() {}
}
