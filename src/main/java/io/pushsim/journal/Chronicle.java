package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What a journal's entries tell of events, deliveries and messages. What they are found by is in
 * memory, and all of what somebody works on; the rest is read again when it is asked for. Of what
 * {@linkplain #layDown nobody works on} a few numbers are left: there may be a million of these. It
 * may be bounded: then a delivery that is too much lets the oldest go, as {@link Journal#expire}
 * does. Safe for use by several threads.
 */
public final class Chronicle implements History {
  private final Stories stories = new Stories();
  private final Accounts accounts;
  private final Loading loading = new Loading(stories);
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
    accounts = new Accounts(this, stories, archive);
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

  /**
   * Takes in what an entry of a former run tells, as {@link #add} does, before anybody works on
   * anything; {@link #found()} is to be called after the last.
   */
  public synchronized Optional<List<Long>> found(long number, Entry entry) {
    loading.wake(entry);
    Optional<List<Long>> gone = add(number, entry);
    if (gone.isPresent()) {
      archived(entry);
      loading.found(entry);
    }
    return gone;
  }

  /** All entries of former runs are told. May wait for a disk. */
  public void found() {
    List<Long> unknown;
    synchronized (this) {
      loading.clear();
      unknown = stories.unknown();
    }
    for (List<Long> some : Portions.of(unknown)) {
      Map<Long, Entry> read = archive.read(some);
      synchronized (this) {
        read.values().forEach(stories::know);
      }
    }
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
    loading.clear();
    messages.clear();
  }

  /** The accepted event of this id, where somebody works on it; does not wait for a disk. */
  public synchronized Optional<EventAccount> event(String id) {
    return stories.event(id);
  }

  /**
   * The target of the delivery of this id, where somebody works on it; does not wait for a disk.
   */
  public synchronized Optional<FunctionArn> target(String deliveryId) {
    return stories.delivery(deliveryId).map(Chapter::target);
  }

  /**
   * Nobody works on an accepted event from here on, until somebody {@linkplain #takeUpEvents takes
   * it up} again. Nothing may be told of it before that.
   *
   * @return its number; empty where it is not here
   */
  public synchronized OptionalLong layDown(String eventId) {
    return stories.layDown(eventId);
  }

  /**
   * Nobody works on a delivery from here on, until somebody {@linkplain #takeUpDeliveries takes it
   * up} again. Nothing may be told of it before that.
   *
   * @return its number; empty where it is not here, or has ended
   */
  public synchronized OptionalLong layDownDelivery(String deliveryId) {
    return stories.layDownDelivery(deliveryId);
  }

  /**
   * Somebody works on these events again. May wait for a disk.
   *
   * @return those that are here and are not matched, by their numbers
   */
  public Map<Long, AcceptedEvent> takeUpEvents(Collection<Long> numbers) {
    Collection<Long> missing = new ArrayList<>(numbers);
    synchronized (this) {
      for (Long number : numbers) {
        stories.sleepers().event(number).ifPresent(sleeper -> sleeper.entries(missing::add));
      }
    }
    Map<Long, Entry> read = archive.read(missing);
    Map<Long, AcceptedEvent> events = new HashMap<>();
    synchronized (this) {
      for (Long number : numbers) {
        stories.sleepers().event(number).ifPresent(sleeper -> stories.wake(sleeper, read));
        if (stories.takeUpEvent(number)
            && read.get(number) instanceof Entry.EventAccepted accepted) {
          events.put(number, accepted.event());
        }
      }
    }
    return events;
  }

  /**
   * Somebody works on these deliveries again. May wait for a disk.
   *
   * @return those that are here and have not ended, by their numbers
   */
  public Map<Long, Delivery> takeUpDeliveries(Collection<Long> numbers) {
    Collection<Long> missing = new ArrayList<>();
    synchronized (this) {
      for (Long number : numbers) {
        stories.sleepers().delivery(number).ifPresent(sleeper -> sleeper.entries(missing::add));
        stories.takeUpDelivery(number).ifPresent(awake -> awake.addMissingOfDelivery(missing));
      }
    }
    Map<Long, Entry> read = archive.read(missing);
    Map<Long, Delivery> deliveries = new HashMap<>();
    synchronized (this) {
      for (Long number : numbers) {
        stories.sleepers().delivery(number).ifPresent(sleeper -> stories.wake(sleeper, read));
        stories
            .takeUpDelivery(number)
            .flatMap(awake -> awake.delivery(read))
            .ifPresent(delivery -> deliveries.put(number, delivery));
      }
    }
    return deliveries;
  }

  /**
   * What is owed still, in the order in which the events came, without what sleeps. May wait for a
   * disk.
   */
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

  /** Hands over what is owed of those that sleep, in the order in which they came. */
  public void asleep(Consumer<Asleep> gets) {
    List<Sleeper> all;
    synchronized (this) {
      all = stories.sleepers().all();
    }
    all.forEach(sleeper -> gets.accept(Asleep.of(sleeper)));
  }

  /**
   * Hands over the newest accepted events of those that came at this time or later, in the order in
   * which they did. May wait for a disk.
   *
   * @param most how many at the most
   */
  public void acceptedSince(Instant time, int most, Consumer<Entry.EventAccepted> gets) {
    List<Long> numbers;
    synchronized (this) {
      numbers = stories.acceptedSince(time);
    }
    int start = Math.max(0, numbers.size() - most);
    for (List<Long> some : Portions.of(numbers.subList(start, numbers.size()))) {
      Map<Long, Entry> read = archive.read(some);
      for (Long number : some) {
        if (read.get(number) instanceof Entry.EventAccepted accepted) {
          gets.accept(accepted);
        }
      }
    }
  }

  @Override
  public Page<DeliveryAccount> deliveries(DeliveryQuery query, OptionalLong before, int limit) {
    return accounts.deliveries(query, before, limit);
  }

  @Override
  public long count(DeliveryQuery query) {
    return accounts.count(query);
  }

  @Override
  public Optional<DeliveryAccount> delivery(String id) {
    return accounts.delivery(id);
  }

  @Override
  public Page<EventAccount> events(EventQuery query, OptionalLong before, int limit) {
    return accounts.events(query, before, limit);
  }

  @Override
  public long count(EventQuery query) {
    return accounts.count(query);
  }
}
