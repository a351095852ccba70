package io.pushsim.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the entries about one accepted event have told so far. Not safe for several threads. */
final class Story {
  private final long number;
  private final Entry.EventAccepted accepted;
  private final List<Long> entries = new ArrayList<>(2);
  private final Map<String, Entry.RedeliveryAsked> asked = new LinkedHashMap<>(0);
  private final Map<String, Chapter> chapters = new LinkedHashMap<>(2);
  private Optional<Entry.EventRouted> routed = Optional.empty();
  private int owed;

  /** One of its deliveries. */
  static final class Chapter {
    private final Story story;
    private final List<Long> entries = new ArrayList<>(3);
    private DeliveryAccount account;

    private Chapter(Story story, DeliveryAccount account) {
      this.story = story;
      this.account = account;
    }

    Story story() {
      return story;
    }

    DeliveryAccount account() {
      return account;
    }

    boolean hasEndedBefore(Instant time) {
      return account.ended().filter(ended -> ended.isBefore(time)).isPresent();
    }

    /** The numbers of the journal's entries about it. */
    List<Long> entries() {
      return entries;
    }
  }

  /**
   * @param number of the entry
   */
  Story(long number, Entry.EventAccepted accepted) {
    this.number = number;
    this.accepted = accepted;
    entries.add(number);
  }

  long number() {
    return number;
  }

  /** The numbers of the journal's entries about the event itself. */
  List<Long> entries() {
    return entries;
  }

  /** Whether something is still to be done for it. */
  boolean isOwed() {
    return routed.isEmpty() || owed > 0;
  }

  Entry.EventAccepted accepted() {
    return accepted;
  }

  Owed owed() {
    List<Delivery> begun =
        chapters.values().stream()
            .filter(chapter -> chapter.account.ended().isEmpty())
            .map(chapter -> chapter.account.delivery())
            .toList();
    List<Entry.RedeliveryAsked> unbegun =
        asked.values().stream()
            .filter(redelivery -> !chapters.containsKey(redelivery.deliveryId()))
            .toList();
    return new Owed(
        accepted.event(),
        routed.isEmpty() || owed > begun.size() + unbegun.size(),
        begun,
        unbegun,
        chapters.values().stream()
            .map(chapter -> chapter.account.delivery().configurationId())
            .distinct()
            .toList());
  }

  /** About the memory that the event fills, in bytes, without its deliveries. */
  long size() {
    return Stories.OVERHEAD + accepted.event().original().map(String::length).orElse(0);
  }

  boolean isWithoutDeliveries() {
    return chapters.isEmpty();
  }

  /** The event was matched; once more where that was not known to have come to its end. */
  void routed(long entry, Entry.EventRouted told) {
    entries.add(entry);
    owed += told.deliveries() - routed.map(Entry.EventRouted::deliveries).orElse(0);
    routed = Optional.of(told);
  }

  void asked(long entry, Entry.RedeliveryAsked told) {
    entries.add(entry);
    asked.put(told.deliveryId(), told);
    owed++;
  }

  Chapter begun(long entry, Delivery delivery) {
    Chapter known = chapters.get(delivery.id());
    if (known != null) {
      known.entries.add(entry);
      known.account = known.account.begunAgain(delivery);
      return known;
    }
    Optional<Entry.RedeliveryAsked> redelivery = Optional.ofNullable(asked.get(delivery.id()));
    Chapter chapter =
        new Chapter(
            this,
            new DeliveryAccount(
                entry,
                redelivery.map(Entry.RedeliveryAsked::time).orElse(accepted.time()),
                accepted.event(),
                delivery,
                Optional.empty(),
                redelivery.map(Entry.RedeliveryAsked::redeliveryOf)));
    chapter.entries.add(entry);
    chapters.put(delivery.id(), chapter);
    return chapter;
  }

  /** A delivery that was denied; empty where it had ended before. */
  Optional<Chapter> denied(long entry, Entry.DeliveryDenied told) {
    Chapter chapter = begun(entry, told.delivery());
    return chapter.account.ended().isPresent()
        ? Optional.empty()
        : Optional.of(end(chapter, told.time(), List.of()));
  }

  /** The end of a delivery; empty where it had not begun, or had ended before. */
  Optional<Chapter> ended(long entry, Entry.DeliveryEnded told) {
    Chapter chapter = chapters.get(told.deliveryId());
    if (chapter == null || chapter.account.ended().isPresent()) {
      return Optional.empty();
    }
    chapter.entries.add(entry);
    return Optional.of(end(chapter, told.time(), told.attempts()));
  }

  private Chapter end(Chapter chapter, Instant time, List<Attempt> attempts) {
    chapter.account = chapter.account.endedAt(time, attempts);
    asked.remove(chapter.account.delivery().id());
    owed--;
    return chapter;
  }

  void forget(Chapter chapter) {
    chapters.remove(chapter.account.delivery().id());
  }

  EventAccount account() {
    return new EventAccount(
        number,
        Optional.of(accepted.event().id()),
        accepted.time(),
        accepted.event().event().bucketName(),
        accepted.event().event().object().key(),
        accepted.event().event().type().recordName(),
        outcome(),
        routed.flatMap(Entry.EventRouted::unmatched),
        accepted.possibleDuplicateOf(),
        List.copyOf(chapters.keySet()));
  }

  private EventAccount.Outcome outcome() {
    if (routed.isEmpty()) {
      return EventAccount.Outcome.ACCEPTED;
    }
    return routed.get().deliveries() == 0
        ? EventAccount.Outcome.UNMATCHED
        : EventAccount.Outcome.MATCHED;
  }
}
