package io.pushsim.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The events and deliveries that a journal holds, to be asked and to be let go. */
final class Stories {
  /** So many bytes are counted of one of the simplest. */
  static final long OVERHEAD = 2000;

  private final Map<String, Story> byEvent = new HashMap<>();
  private final Map<String, Chapter> byDelivery = new HashMap<>();
  private final FacetIndex<Chapter> deliveries = new FacetIndex<>(DeliveryQuery::facetsOf);
  private final FacetIndex<EventFacts> events = new FacetIndex<>(EventQuery::facetsOf);
  private final Finished finished = new Finished();
  private final Sleepers sleepers = new Sleepers();

  FacetIndex<Chapter> deliveries() {
    return deliveries;
  }

  FacetIndex<EventFacts> events() {
    return events;
  }

  /** Those of which something is owed, in the order in which they came. */
  List<Story> owed() {
    return byEvent.values().stream()
        .filter(Story::isOwed)
        .sorted(Comparator.comparingLong(Story::number))
        .toList();
  }

  /** The numbers of the entries that tell of events accepted then or later, in their order. */
  List<Long> acceptedSince(Instant time) {
    Stream<Long> awake =
        byEvent.values().stream()
            .filter(story -> story.isOfEvent() && !story.received().isBefore(time))
            .map(Story::number);
    return Stream.concat(awake, sleepers.acceptedSince(time)).sorted().toList();
  }

  Optional<EventAccount> event(String id) {
    return Optional.ofNullable(byEvent.get(id)).filter(Story::isOfEvent).map(Story::account);
  }

  Optional<Chapter> delivery(String id) {
    return Optional.ofNullable(byDelivery.get(id));
  }

  void clear() {
    byEvent.clear();
    byDelivery.clear();
    deliveries.clear();
    events.clear();
    finished.clear();
    sleepers.clear();
  }

  /**
   * Takes in what an entry tells.
   *
   * @return false where it tells of an event or of a delivery that is not here
   */
  boolean add(long number, Entry entry) {
    if (entry instanceof Entry.EventAccepted accepted) {
      Story story = new Story(number, accepted);
      byEvent.put(accepted.eventId(), story);
      events.put(story);
      return true;
    }
    if (entry instanceof Entry.InvocationAccepted accepted) {
      Story story = new Story(number, accepted);
      byEvent.put(accepted.eventId(), story);
      deliveries.put(begun(story, number, accepted.delivery()));
      return true;
    }
    if (entry instanceof Entry.NotAccepted passed) {
      events.put(EventAccount.notAccepted(number, passed));
      finished.add(number, new Finished.Nothing(passed.time(), Optional.empty(), OVERHEAD));
      return true;
    }
    Story story = entry instanceof Entry.OfEvent of ? byEvent.get(of.eventId()) : null;
    if (story == null) {
      return false;
    }
    return goOn(story, number, entry);
  }

  private boolean goOn(Story story, long number, Entry entry) {
    if (entry instanceof Entry.EventRouted routed) {
      story.routed(number, routed);
      if (routed.deliveries() == 0) {
        cameToNothing(story, routed.time());
      }
      events.put(story);
    } else if (entry instanceof Entry.EventDelayed delayed) {
      story.delayed(number, delayed);
    } else if (entry instanceof Entry.EventDropped dropped) {
      story.dropped(number, dropped);
      cameToNothing(story, dropped.time());
      events.put(story);
    } else if (entry instanceof Entry.RedeliveryAsked asked) {
      story.asked(number, asked);
    } else if (entry instanceof Entry.DeliveryBegun begun) {
      return begins(story, number, begun.delivery()).isPresent();
    } else if (entry instanceof Entry.DeliveryDenied denied) {
      Optional<Chapter> chapter = begins(story, number, denied.delivery());
      chapter.ifPresent(
          known -> {
            known.denied(denied.time());
            ended(known);
          });
      return chapter.isPresent();
    } else if (entry instanceof Entry.OfCourse told) {
      Optional<Chapter> chapter = of(story, told.deliveryId()).filter(known -> !known.hasEnded());
      chapter.ifPresent(known -> wentOn(known, number, told));
      return chapter.isPresent();
    }
    return true;
  }

  private void wentOn(Chapter chapter, long number, Entry.OfCourse told) {
    chapter.wentOn(number, told);
    if (chapter.hasEnded()) {
      ended(chapter);
    } else {
      deliveries.put(chapter);
    }
  }

  private Optional<Chapter> of(Story story, String deliveryId) {
    return delivery(deliveryId).filter(known -> known.story() == story);
  }

  /** A delivery begins; empty where it has begun before. */
  private Optional<Chapter> begins(Story story, long number, Delivery delivery) {
    if (of(story, delivery.id()).isPresent()) {
      return Optional.empty();
    }
    Chapter chapter = begun(story, number, delivery);
    deliveries.put(chapter);
    return Optional.of(chapter);
  }

  private Chapter begun(Story story, long number, Delivery delivery) {
    Chapter chapter = story.begun(number, delivery);
    byDelivery.put(delivery.id(), chapter);
    return chapter;
  }

  private void ended(Chapter chapter) {
    chapter.story().ended(chapter);
    finished.add(chapter);
    deliveries.put(chapter);
  }

  private void cameToNothing(Story story, Instant time) {
    finished.add(story.number(), new Finished.Nothing(time, Optional.of(story), story.size()));
  }

  /** This entry can be read again from here on. */
  void archived(Entry entry) {
    Story story = entry instanceof Entry.OfEvent of ? byEvent.get(of.eventId()) : null;
    if (story == null) {
      return;
    }
    Optional<String> deliveryId = deliveryOf(entry);
    if (deliveryId.isPresent()) {
      of(story, deliveryId.get()).ifPresent(Chapter::archived);
      story.shelve();
    } else {
      story.archived();
    }
    sleep(story);
  }

  /** {@link Chronicle#layDown}. */
  OptionalLong layDown(String eventId) {
    Optional<Story> story = story(eventId);
    story.ifPresent(this::layDown);
    return number(story.map(Story::number));
  }

  /** {@link Chronicle#layDownDelivery}. */
  OptionalLong layDownDelivery(String deliveryId) {
    Optional<Chapter> delivery = delivery(deliveryId).filter(chapter -> !chapter.hasEnded());
    delivery.map(Chapter::story).ifPresent(this::layDown);
    return number(delivery.map(Chapter::number));
  }

  private static OptionalLong number(Optional<Long> number) {
    return number.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /**
   * Nobody works on it.
   *
   * @return what is left of it; empty where it stays awake, for now or at all
   */
  Optional<Sleeper> layDown(Story story) {
    story.layDown();
    return sleep(story);
  }

  private Optional<Sleeper> sleep(Story story) {
    Optional<Sleeper> sleeper = Sleeper.of(story, sleepers);
    if (sleeper.isPresent()) {
      byEvent.remove(story.id());
      events.remove(story.number());
      for (Chapter chapter : story.chapters()) {
        byDelivery.remove(chapter.id());
        deliveries.remove(chapter.number());
      }
      sleepers.put(sleeper.get());
    }
    return sleeper;
  }

  Sleepers sleepers() {
    return sleepers;
  }

  /**
   * Somebody works on an event that is awake.
   *
   * @return whether it is, and no delivery of it has begun that is owed
   */
  boolean takeUpEvent(long number) {
    Optional<Story> story =
        events.get(number).filter(Story.class::isInstance).map(Story.class::cast);
    story.ifPresent(Story::takeUp);
    return story.filter(Story::isUnbegun).isPresent();
  }

  /** Somebody works on a delivery; empty where it is not awake, or has ended. */
  Optional<Recollection> takeUpDelivery(long number) {
    Optional<Chapter> delivery = deliveries.get(number).filter(chapter -> !chapter.hasEnded());
    delivery.map(Chapter::story).ifPresent(Story::takeUp);
    return delivery.map(Chapter::recollection);
  }

  /** One that sleeps is awake. */
  void wake(Sleeper sleeper, Map<Long, Entry> read) {
    sleepers.remove(sleeper);
    tell(sleeper, read);
  }

  /** Takes in all that the entries tell of one that sleeps. */
  void tell(Sleeper sleeper, Map<Long, Entry> read) {
    List<Entry> told = new ArrayList<>();
    sleeper.entries(
        number -> {
          Entry entry = read.get(number);
          if (entry == null) {
            throw new IllegalStateException(
                "the entry %d is gone, though something is owed of it".formatted(number));
          }
          add(number, entry);
          told.add(entry);
        });
    told.forEach(this::archived);
  }

  /**
   * One that sleeps is awake, but the event itself is not {@linkplain #know known}.
   *
   * @param deliveryId empty where it has no delivery
   */
  void wakeUnread(Sleeper sleeper, String eventId, Optional<String> deliveryId) {
    sleepers.remove(sleeper);
    Story story = new Story(sleeper, eventId, deliveryId);
    byEvent.put(eventId, story);
    if (story.isOfEvent()) {
      events.put(story);
    }
    for (Chapter chapter : story.chapters()) {
      byDelivery.put(chapter.id(), chapter);
      deliveries.put(chapter);
    }
  }

  /** The numbers of the entries of events that are awake and not known. */
  List<Long> unknown() {
    return byEvent.values().stream()
        .filter(story -> !story.isKnown())
        .map(Story::number)
        .sorted()
        .toList();
  }

  /** What an entry tells of the event itself. */
  void know(Entry entry) {
    if (entry instanceof Entry.EventAccepted accepted) {
      story(accepted.eventId()).ifPresent(story -> story.know(accepted));
    }
  }

  Optional<Story> story(String eventId) {
    return Optional.ofNullable(byEvent.get(eventId));
  }

  private static Optional<String> deliveryOf(Entry entry) {
    if (entry instanceof Entry.OfCourse told) {
      return Optional.of(told.deliveryId());
    }
    if (entry instanceof Entry.DeliveryBegun begun) {
      return Optional.of(begun.delivery().id());
    }
    if (entry instanceof Entry.DeliveryDenied denied) {
      return Optional.of(denied.delivery().id());
    }
    return entry instanceof Entry.InvocationAccepted accepted
        ? Optional.of(accepted.delivery().id())
        : Optional.empty();
  }

  /**
   * Lets go what {@link Journal#expire} says, and the oldest of what is too large: of the ended
   * deliveries, and of the events that came to nothing.
   *
   * @return the numbers of the entries that are to go with it
   */
  List<Long> expire(Instant before, int keep, long mostBytes) {
    List<Long> gone = new ArrayList<>(0);
    finished.expireDeliveries(before, keep, mostBytes, chapter -> forget(chapter, gone));
    finished.expireNothings(
        before, keep, mostBytes, (number, nothing) -> forget(number, nothing, gone));
    return gone;
  }

  private void forget(Chapter chapter, List<Long> gone) {
    Story story = chapter.story();
    byDelivery.remove(chapter.id());
    deliveries.remove(chapter.number());
    chapter.entries(gone::add);
    story.forget(chapter);
    if (story.isWithoutDeliveries()) {
      forget(story, gone);
    }
  }

  private void forget(Story story, List<Long> gone) {
    byEvent.remove(story.id());
    events.remove(story.number());
    story.entries(gone::add);
  }

  private void forget(Long number, Finished.Nothing nothing, List<Long> gone) {
    if (nothing.story().isPresent()) {
      forget(nothing.story().get(), gone);
    } else {
      events.remove(number);
      gone.add(number);
    }
  }
}
