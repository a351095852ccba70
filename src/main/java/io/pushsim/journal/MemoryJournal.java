package io.pushsim.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A journal that lasts as long as the process. It may be bounded: then a delivery that is too much
 * lets the oldest go, as {@link #expire} does.
 */
public final class MemoryJournal implements Journal, History {
  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private final Stories stories = new Stories();
  private final int keep;
  private final long bytes;
  private long number;

  /** A journal that keeps everything until it is told otherwise. */
  public MemoryJournal() {
    this(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * A bounded journal.
   *
   * @param keep how many ended deliveries stay, and how many events that came to nothing
   * @param bytes how much memory ended deliveries may fill, about, and these events another time
   */
  public MemoryJournal(int keep, long bytes) {
    this.keep = keep;
    this.bytes = bytes;
  }

  @Override
  public synchronized CompletionStage<Void> append(Entry entry) {
    number++;
    if (entry instanceof Entry.OperationDone done) {
      if (done.outcomes().contains(new Outcome.EverythingGone())) {
        entries.clear();
        stories.clear();
      }
      entries.put(number, entry);
    } else if (stories.add(number, entry)) {
      entries.put(number, entry);
      stories.expire(Instant.MIN, keep, bytes).forEach(entries::remove);
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void read(Consumer<Entry> reader) {
    List<Entry> copy;
    synchronized (this) {
      copy = List.copyOf(entries.values());
    }
    copy.forEach(reader);
  }

  @Override
  public synchronized void compact(Entry.OperationDone snapshot) {
    entries.values().removeIf(Entry.OperationDone.class::isInstance);
    Map<Long, Entry> rest = new LinkedHashMap<>(entries);
    entries.clear();
    number++;
    entries.put(number, snapshot);
    entries.putAll(rest);
  }

  @Override
  public synchronized void expire(Instant before, int newest) {
    stories.expire(before, newest, Long.MAX_VALUE).forEach(entries::remove);
  }

  @Override
  public History history() {
    return this;
  }

  @Override
  public synchronized Page<DeliveryAccount> deliveries(
      DeliveryQuery query, OptionalLong before, int limit) {
    return stories.deliveries().page(query.facets(), query::matches, before, limit);
  }

  @Override
  public synchronized long count(DeliveryQuery query) {
    return stories.deliveries().count(query.facets(), query::matches, query.isOfFacetsOnly());
  }

  @Override
  public synchronized Optional<DeliveryAccount> delivery(String id) {
    return stories.delivery(id);
  }

  @Override
  public synchronized Page<EventAccount> events(EventQuery query, OptionalLong before, int limit) {
    return stories.events().page(query.facets(), query::matches, before, limit);
  }

  @Override
  public synchronized long count(EventQuery query) {
    return stories.events().count(query.facets(), query::matches, query.isOfFacetsOnly());
  }

  @Override
  public void close() {}
}
