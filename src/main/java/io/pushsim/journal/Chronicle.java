package io.pushsim.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a journal's entries tell of events and deliveries, in memory. It may be bounded: then a
 * delivery that is too much lets the oldest go, as {@link Journal#expire} does. Safe for use by
 * several threads.
 */
public final class Chronicle implements History {
  private final Stories stories = new Stories();
  private final int keep;
  private final long bytes;

  /**
   * @param keep how many ended deliveries stay, and how many events that came to nothing
   * @param bytes how much memory ended deliveries may fill, about, and these events another time
   */
  public Chronicle(int keep, long bytes) {
    this.keep = keep;
    this.bytes = bytes;
  }

  /**
   * Takes in what an entry tells.
   *
   * @param number the entry's, larger than those before
   * @return the numbers of the entries that go in its stead; empty where it tells of an event or a
   *     delivery that is not here, and is to be passed over
   */
  public synchronized Optional<List<Long>> add(Long number, Entry entry) {
    return stories.add(number, entry)
        ? Optional.of(stories.expire(Instant.MIN, keep, bytes))
        : Optional.empty();
  }

  /**
   * Lets go what {@link Journal#expire} says.
   *
   * @return the numbers of the entries that go with it
   */
  public synchronized List<Long> expire(Instant before, int newest) {
    return stories.expire(before, newest, Long.MAX_VALUE);
  }

  /** Lets everything go. */
  public synchronized void clear() {
    stories.clear();
  }

  /** The accepted event of this id. */
  public synchronized Optional<EventAccount> event(String id) {
    return stories.event(id);
  }

  /** What is owed still, in the order in which the events came. */
  public synchronized List<Owed> owed() {
    return stories.owed();
  }

  /** The accepted events that came at this time or later, in the order in which they did. */
  public synchronized List<Entry.EventAccepted> acceptedSince(Instant time) {
    return stories.acceptedSince(time);
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
}
