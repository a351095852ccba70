package io.pushsim.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the entries about one accepted event have told so far. Not safe for several threads. */
final class Story {
  private final long number;
  private final Entry.EventAccepted accepted;
  private final List<Long> entries = new ArrayList<>(2);
  private final Map<String, Entry.RedeliveryAsked> asked = new HashMap<>(0);
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

  /** About the memory that the event fills, in bytes, without its deliveries. */
  long size() {
    return Stories.OVERHEAD + accepted.event().original().map(String::length).orElse(0);
  }

  boolean isWithoutDeliveries() {
    return chapters.isEmpty();
  }

  void routed(long entry, Entry.EventRouted told) {
    entries.add(entry);
    routed = Optional.of(told);
    owed += told.deliveries();
  }

  void asked(long entry, Entry.RedeliveryAsked told) {
    entries.add(entry);
    asked.put(told.deliveryId(), told);
    owed++;
  }

  Chapter begun(long entry, Delivery delivery) {
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

  /** The end of a delivery, which may not have begun: one that is denied does not. */
  Chapter ended(long entry, Entry.DeliveryEnded told) {
    Chapter known = chapters.get(told.delivery().id());
    Chapter chapter = known == null ? begun(entry, told.delivery()) : known;
    if (known != null) {
      chapter.entries.add(entry);
    }
    chapter.account = chapter.account.endedAt(told.time(), told.delivery());
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
