package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a journal's entries tell of events, deliveries and messages. What they are found by is in
 * memory, and all of what is not at its end yet; the rest is read again when it is asked for. It
 * may be bounded: then a delivery that is too much lets the oldest go, as {@link Journal#expire}
 * does. Safe for use by several threads.
 */
public final class Chronicle implements History {
  private final Stories stories = new Stories();
  private final Messages messages;
  private final int keep;
  private final long bytes;
  private final Archive archive;

  /**
   * @param keep how many ended deliveries stay, how many events that came to nothing, and how many
   *     messages of each topic and event bus
   * @param bytes how many bytes there may be to tell of ended deliveries, about, of these events
   *     another time, and of the messages of each topic and event bus
   */
  public Chronicle(int keep, long bytes, Archive archive) {
    this.keep = keep;
    this.bytes = bytes;
    this.archive = archive;
    messages = new Messages(keep, bytes, archive);
  }

  @Override
  public Messages messages() {
    return messages;
  }

  /**
   * Takes in what an entry tells.
   *
   * @param number the entry's, larger than those before
   * @return the numbers of the entries that go in its stead; empty where it tells of an event, a
   *     delivery or a message that is not here, and is to be passed over
   */
  public synchronized Optional<List<Long>> add(long number, Entry entry) {
    if (entry instanceof Entry.OfMessage of) {
      return messages.add(number, of);
    }
    return stories.add(number, entry)
        ? Optional.of(stories.expire(Instant.MIN, keep, bytes))
        : Optional.empty();
  }

  /** An entry that was added can be read from the archive now. */
  public synchronized void archived(Entry entry) {
    if (entry instanceof Entry.OfMessage of) {
      messages.archived(of);
    } else {
      stories.archived(entry);
    }
  }

  /**
   * Lets go what a change of the state takes with it: the messages of a queue that is purged or
   * deleted.
   *
   * @param number the entry's, larger than those before
   * @return the numbers of the entries that go with it
   */
  public List<Long> fold(long number, Entry.OfState entry) {
    return messages.fold(number, entry);
  }

  /**
   * Lets go what {@link Journal#expire} says.
   *
   * @return the numbers of the entries that go with it
   */
  public synchronized List<Long> expire(Instant before, int newest) {
    List<Long> gone = new ArrayList<>(stories.expire(before, newest, Long.MAX_VALUE));
    gone.addAll(messages.expire(before, newest));
    return gone;
  }

  /** Lets everything go. */
  public synchronized void clear() {
    stories.clear();
    messages.clear();
  }

  /** The accepted event of this id; does not wait for a disk. */
  public synchronized Optional<EventAccount> event(String id) {
    return stories.event(id);
  }

  /** The target of the delivery of this id; does not wait for a disk. */
  public synchronized Optional<FunctionArn> target(String deliveryId) {
    return stories.delivery(deliveryId).map(Chapter::target);
  }

  /** Those of these deliveries that have not ended, by their ids. May wait for a disk. */
  public Map<String, Delivery> unended(Collection<String> deliveryIds) {
    List<Recollection> found;
    Collection<Long> missing = new ArrayList<>();
    synchronized (this) {
      found =
          deliveryIds.stream()
              .flatMap(id -> stories.delivery(id).stream())
              .filter(chapter -> !chapter.hasEnded())
              .map(Chapter::recollection)
              .toList();
      found.forEach(delivery -> delivery.addMissingOfDelivery(missing));
    }
    Map<Long, Entry> read = archive.read(missing);
    return found.stream()
        .flatMap(delivery -> delivery.delivery(read).stream())
        .collect(Collectors.toMap(Delivery::id, delivery -> delivery));
  }

  /** What is owed still, in the order in which the events came. May wait for a disk. */
  public List<Owed> owed() {
    Collection<Long> missing = new ArrayList<>();
    synchronized (this) {
      stories.owed().forEach(story -> story.addMissing(missing));
    }
    Map<Long, Entry> read = archive.read(missing);
    synchronized (this) {
      return stories.owed().stream().map(story -> story.owed(read)).toList();
    }
  }

  /**
   * The accepted events that came at this time or later, in the order in which they did. May wait
   * for a disk.
   */
  public List<Entry.EventAccepted> acceptedSince(Instant time) {
    List<Long> numbers;
    synchronized (this) {
      numbers = stories.acceptedSince(time);
    }
    Map<Long, Entry> read = archive.read(numbers);
    return numbers.stream()
        .map(read::get)
        .filter(Entry.EventAccepted.class::isInstance)
        .map(Entry.EventAccepted.class::cast)
        .toList();
  }

  @Override
  public Page<DeliveryAccount> deliveries(DeliveryQuery query, OptionalLong before, int limit) {
    Page<Recollection> page;
    synchronized (this) {
      Page<Chapter> found =
          stories.deliveries().page(query.facets(), query::matches, before, limit);
      page = new Page<>(found.items().stream().map(Chapter::recollection).toList(), found.next());
    }
    return new Page<>(complete(page.items()), page.next());
  }

  private List<DeliveryAccount> complete(List<Recollection> recollections) {
    Collection<Long> missing = new ArrayList<>();
    recollections.forEach(recollection -> recollection.addMissing(missing));
    Map<Long, Entry> read = archive.read(missing);
    return recollections.stream()
        .flatMap(recollection -> recollection.complete(read).stream())
        .toList();
  }

  @Override
  public synchronized long count(DeliveryQuery query) {
    return stories.deliveries().count(query.facets(), query::matches, query.isOfFacetsOnly());
  }

  @Override
  public Optional<DeliveryAccount> delivery(String id) {
    Optional<Recollection> found;
    synchronized (this) {
      found = stories.delivery(id).map(Chapter::recollection);
    }
    return complete(found.stream().toList()).stream().findFirst();
  }

  @Override
  public synchronized Page<EventAccount> events(EventQuery query, OptionalLong before, int limit) {
    Page<EventFacts> found = stories.events().page(query.facets(), query::matches, before, limit);
    return new Page<>(found.items().stream().map(EventFacts::account).toList(), found.next());
  }

  @Override
  public synchronized long count(EventQuery query) {
    return stories.events().count(query.facets(), query::matches, query.isOfFacetsOnly());
  }
}
