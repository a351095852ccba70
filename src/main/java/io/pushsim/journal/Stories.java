package io.pushsim.journal;

import io.pushsim.runtime.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events and deliveries that a journal holds, to be asked and to be let go. */
final class Stories {
  /** About the memory, in bytes, that one of the simplest fills. */
  static final long OVERHEAD = 2000;

  private final Map<String, Story> byEvent = new HashMap<>();
  private final Map<String, Story.Chapter> byDelivery = new HashMap<>();
  private final FacetIndex<DeliveryAccount> deliveries = new FacetIndex<>(DeliveryQuery::facetsOf);
  private final FacetIndex<EventAccount> events = new FacetIndex<>(EventQuery::facetsOf);
  // In the order in which they ended, and in which they came to nothing: oldest first.
  private final Map<String, Story.Chapter> ended = new LinkedHashMap<>();
  private final Map<Long, Nothing> nothings = new LinkedHashMap<>();
  private long bytes;
  private long nothingBytes;

  /**
   * An event that came to nothing: when, and the numbers of the entries about it.
   *
   * @param size about the memory that it fills, in bytes
   */
  private record Nothing(Instant time, Optional<String> eventId, List<Long> entries, long size) {}

  FacetIndex<DeliveryAccount> deliveries() {
    return deliveries;
  }

  FacetIndex<EventAccount> events() {
    return events;
  }

  List<Owed> owed() {
    return byEvent.values().stream()
        .filter(Story::isOwed)
        .sorted(Comparator.comparingLong(Story::number))
        .map(Story::owed)
        .toList();
  }

  List<Entry.EventAccepted> acceptedSince(Instant time) {
    return byEvent.values().stream()
        .filter(story -> !story.accepted().time().isBefore(time))
        .sorted(Comparator.comparingLong(Story::number))
        .map(Story::accepted)
        .toList();
  }

  Optional<EventAccount> event(String id) {
    return Optional.ofNullable(byEvent.get(id)).map(Story::account);
  }

  Optional<DeliveryAccount> delivery(String id) {
    return Optional.ofNullable(byDelivery.get(id)).map(Story.Chapter::account);
  }

  void clear() {
    byEvent.clear();
    byDelivery.clear();
    deliveries.clear();
    events.clear();
    ended.clear();
    nothings.clear();
    bytes = 0;
    nothingBytes = 0;
  }

  /**
   * Takes in what an entry tells.
   *
   * @return false where it tells of an event or of a delivery that is not here
   */
  boolean add(Long number, Entry entry) {
    if (entry instanceof Entry.EventAccepted accepted) {
      Story story = new Story(number, accepted);
      byEvent.put(accepted.eventId(), story);
      tell(story);
      return true;
    }
    if (entry instanceof Entry.NotAccepted passed) {
      events.put(number, EventAccount.notAccepted(number, passed));
      add(number, new Nothing(passed.time(), Optional.empty(), List.of(number), OVERHEAD));
      return true;
    }
    Story story = entry instanceof Entry.OfEvent of ? byEvent.get(of.eventId()) : null;
    if (story == null) {
      return false;
    }
    return goOn(story, number, entry);
  }

  private boolean goOn(Story story, Long number, Entry entry) {
    if (entry instanceof Entry.EventRouted routed) {
      story.routed(number, routed);
      if (routed.deliveries() == 0) {
        add(
            story.number(),
            new Nothing(
                routed.time(), Optional.of(routed.eventId()), story.entries(), story.size()));
      }
      tell(story);
    } else if (entry instanceof Entry.RedeliveryAsked asked) {
      story.asked(number, asked);
    } else if (entry instanceof Entry.DeliveryBegun begun) {
      tell(story.begun(number, begun.delivery()));
    } else if (entry instanceof Entry.DeliveryDenied denied) {
      story.denied(number, denied).ifPresent(this::end);
    } else if (entry instanceof Entry.DeliveryEnded told) {
      Optional<Story.Chapter> chapter = story.ended(number, told);
      chapter.ifPresent(this::end);
      return chapter.isPresent();
    }
    return true;
  }

  private void end(Story.Chapter chapter) {
    ended.put(chapter.account().delivery().id(), chapter);
    bytes += size(chapter.account());
    tell(chapter);
  }

  private void add(Long number, Nothing nothing) {
    Nothing former = nothings.put(number, nothing);
    nothingBytes += nothing.size() - (former == null ? 0 : former.size());
  }

  private void tell(Story story) {
    events.put(story.number(), story.account());
  }

  private void tell(Story.Chapter chapter) {
    DeliveryAccount account = chapter.account();
    boolean isNew = byDelivery.put(account.delivery().id(), chapter) == null;
    deliveries.put(account.number(), account);
    if (isNew) {
      tell(chapter.story());
    }
  }

  /**
   * Lets go what {@link Journal#expire} says, and the oldest of what is too large: of the ended
   * deliveries, and of the events that came to nothing.
   *
   * @return the numbers of the entries that are to go with it
   */
  List<Long> expire(Instant before, int keep, long mostBytes) {
    List<Long> gone = new ArrayList<>(0);
    expireDeliveries(before, keep, mostBytes, gone);
    expireNothings(before, keep, mostBytes, gone);
    return gone;
  }

  private void expireDeliveries(Instant before, int keep, long mostBytes, List<Long> gone) {
    int surplus = ended.size() - keep;
    Iterator<Story.Chapter> oldestFirst = ended.values().iterator();
    while (oldestFirst.hasNext()) {
      Story.Chapter chapter = oldestFirst.next();
      boolean tooMuch = bytes > mostBytes && oldestFirst.hasNext();
      if (surplus <= 0 && !tooMuch && !chapter.hasEndedBefore(before)) {
        return;
      }
      surplus--;
      if (!chapter.story().isOwed()) {
        oldestFirst.remove();
        forget(chapter, gone);
      }
    }
  }

  private void forget(Story.Chapter chapter, List<Long> gone) {
    DeliveryAccount account = chapter.account();
    Story story = chapter.story();
    byDelivery.remove(account.delivery().id());
    deliveries.remove(account.number());
    bytes -= size(account);
    gone.addAll(chapter.entries());
    story.forget(chapter);
    if (story.isWithoutDeliveries()) {
      forget(story, account.event().id(), gone);
    } else {
      tell(story);
    }
  }

  private void forget(Story story, String eventId, List<Long> gone) {
    byEvent.remove(eventId);
    events.remove(story.number());
    gone.addAll(story.entries());
  }

  private void expireNothings(Instant before, int keep, long mostBytes, List<Long> gone) {
    int surplus = nothings.size() - keep;
    Iterator<Map.Entry<Long, Nothing>> oldestFirst = nothings.entrySet().iterator();
    while (oldestFirst.hasNext()) {
      Map.Entry<Long, Nothing> oldest = oldestFirst.next();
      boolean tooMuch = nothingBytes > mostBytes;
      if (surplus <= 0 && !tooMuch && !oldest.getValue().time().isBefore(before)) {
        return;
      }
      surplus--;
      oldestFirst.remove();
      nothingBytes -= oldest.getValue().size();
      events.remove(oldest.getKey());
      oldest.getValue().eventId().ifPresent(byEvent::remove);
      gone.addAll(oldest.getValue().entries());
    }
  }

  /** About the memory that a delivery fills, its event included. */
  private static long size(DeliveryAccount account) {
    Delivery delivery = account.delivery();
    long size = OVERHEAD + delivery.payload().length();
    size += account.event().original().map(String::length).orElse(0);
    for (Attempt attempt : delivery.attempts()) {
      size += attempt.report().result().payload().length();
      for (LogLine line : attempt.report().logs()) {
        size += line.text().length();
      }
    }
    return size;
  }
}
