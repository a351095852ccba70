package io.pushsim.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    Set<String> owed = owed();
    Set<String> wanted = new HashSet<>(owed);
    int newer = 0;
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) instanceof Entry.DeliveryEnded ended) {
        boolean stays = newer++ < keep && !ended.time().isBefore(before);
        if (stays || owed.contains(ended.delivery().eventId())) {
          wanted.add(ended.delivery().eventId());
        } else {
          entries.remove(i);
        }
      } else if (entries.get(i) instanceof Entry.EventRouted routed
          && routed.deliveries() == 0
          && !routed.time().isBefore(before)) {
        wanted.add(routed.eventId());
      }
    }
    entries.removeIf(entry -> isNoLongerWanted(entry, wanted, before));
  }

  private static boolean isNoLongerWanted(Entry entry, Set<String> events, Instant before) {
    if (entry instanceof Entry.EventAccepted accepted) {
      return !events.contains(accepted.event().id());
    }
    if (entry instanceof Entry.EventRouted routed) {
      return !events.contains(routed.eventId());
    }
    return entry instanceof Entry.EventIgnored ignored && ignored.time().isBefore(before);
  }

  /** The events that were not routed yet, or of which not every delivery has ended. */
  private Set<String> owed() {
    Set<String> accepted = new HashSet<>();
    Map<String, Integer> deliveries = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.EventAccepted event) {
        accepted.add(event.event().id());
      } else if (entry instanceof Entry.EventRouted routed) {
        deliveries.merge(routed.eventId(), routed.deliveries(), Integer::sum);
      } else if (entry instanceof Entry.DeliveryEnded ended) {
        deliveries.merge(ended.delivery().eventId(), -1, Integer::sum);
      }
    }
    accepted.removeIf(event -> deliveries.getOrDefault(event, 1) == 0);
    return accepted;
  }

  @Override
  public void close() {}
}
