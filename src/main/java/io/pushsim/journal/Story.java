package io.pushsim.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the entries about one accepted event have told so far: what it is found by, and the event
 * itself until it can be read again. Not safe for several threads.
 */
final class Story implements EventFacts {
  /** No numbers. */
  static final long[] NONE = {};

  private static final int NOT_ROUTED = -1;
  private static final int DROPPED = -2;

  private final long number;
  private final String id;
  private final Instant received;
  private final String bucketName;
  private String key = "";
  private String eventName = "";
  private Optional<String> duplicateOf = Optional.empty();
  private long size = Stories.OVERHEAD;
  private List<Chapter> chapters = List.of();
  private long routing;
  private long[] moreEntries = NONE;
  private Map<String, Entry.RedeliveryAsked> asked = Map.of();
  private int routedDeliveries = NOT_ROUTED;
  private Optional<String> reason = Optional.empty();
  private List<PushFault> faults = List.of();
  private @Nullable Waiting waiting;
  private int owed;
  private final boolean isOfEvent;
  private boolean isKnown = true;
  private boolean isInHand = true;
  private int notArchived = 1;
  private @Nullable AcceptedEvent event;

  /**
   * @param number of the entry
   */
  Story(long number, Entry.EventAccepted accepted) {
    isOfEvent = true;
    this.number = number;
    event = accepted.event();
    id = event.id();
    received = accepted.time();
    bucketName = event.event().bucketName();
    know(accepted);
  }

  /**
   * Of an invocation by a caller who does not wait.
   *
   * @param number of the entry
   */
  Story(long number, Entry.InvocationAccepted accepted) {
    isOfEvent = false;
    this.number = number;
    id = accepted.eventId();
    received = accepted.time();
    bucketName = "";
    notArchived = 0;
    routedDeliveries = 1;
    owed = 1;
  }

  /**
   * Of one that slept: the event itself has still to be {@linkplain #know read again}.
   *
   * @param id the event's
   * @param deliveryId empty where it has no delivery
   */
  Story(Sleeper sleeper, String id, Optional<String> deliveryId) {
    isOfEvent = sleeper.isOfEvent();
    number = sleeper.number();
    this.id = id;
    received = sleeper.received();
    bucketName = sleeper.traits().bucketName();
    moreEntries = sleeper.ofEvent();
    isKnown = !isOfEvent;
    notArchived = 0;
    sleeper
        .traits()
        .delivery()
        .ifPresent(
            slept -> {
              routedDeliveries = 1;
              owed = 1;
              chapters = List.of(new Chapter(this, deliveryId.orElseThrow(), sleeper, slept));
            });
  }

  /** What the entry tells by which it was accepted. */
  void know(Entry.EventAccepted accepted) {
    AcceptedEvent told = accepted.event();
    key = told.event().object().key();
    eventName = told.event().type().recordName();
    duplicateOf = accepted.injectedDuplicateOf().or(accepted::possibleDuplicateOf);
    if (accepted.injectedDuplicateOf().isPresent()) {
      faults = Stream.concat(Stream.of(PushFault.DUPLICATE), faults.stream()).toList();
    }
    size = Stories.OVERHEAD + told.original().map(String::length).orElse(0);
    isKnown = true;
  }

  /** Whether all is known by which the event is found. */
  boolean isKnown() {
    return isKnown;
  }

  List<Chapter> chapters() {
    return chapters;
  }

  /** Nobody works on it. */
  void layDown() {
    isInHand = false;
    shelve();
    chapters.forEach(Chapter::shelve);
  }

  /** Somebody works on it. */
  void takeUp() {
    isInHand = true;
  }

  boolean isInHand() {
    return isInHand;
  }

  /**
   * Whether nobody works on it, and all that is owed is its routing, or the end of its only
   * delivery.
   */
  boolean isAtRest() {
    if (isInHand || !isArchived() || !asked.isEmpty() || waiting != null) {
      return false;
    }
    if (chapters.isEmpty()) {
      return routedDeliveries == NOT_ROUTED;
    }
    return chapters.size() == 1
        && routedDeliveries == 1
        && owed == 1
        && chapters.get(0).isAtRest(lastEntry());
  }

  private long lastEntry() {
    return LongStream.concat(LongStream.of(routing), LongStream.of(moreEntries)).max().orElse(0);
  }

  /** These numbers of entries, and one more. */
  static long[] and(long[] entries, long entry) {
    long[] more = Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = entry;
    return more;
  }

  @Override
  public long number() {
    return number;
  }

  String id() {
    return id;
  }

  /** Whether it is an event's, and no direct invocation's. */
  boolean isOfEvent() {
    return isOfEvent;
  }

  @Override
  public Instant received() {
    return received;
  }

  @Override
  public String bucketName() {
    return bucketName;
  }

  @Override
  public String key() {
    return key;
  }

  /** Hands over the numbers of the journal's entries about the event itself. */
  void entries(LongConsumer gets) {
    if (isOfEvent) {
      gets.accept(number);
    }
    if (routing != 0) {
      gets.accept(routing);
    }
    LongStream.of(moreEntries).forEach(gets);
  }

  /** About the bytes of what there is to tell of the event, without its deliveries. */
  long size() {
    return size;
  }

  /** Whether something is still to be done for it. */
  boolean isOwed() {
    return routedDeliveries == NOT_ROUTED || owed > 0;
  }

  /** Whether it is owed, and no delivery of it is known. */
  boolean isUnbegun() {
    return isOwed() && chapters.isEmpty();
  }

  /** Adds the numbers of the entries that have to be read for {@link #owed}. */
  void addMissing(Collection<Long> numbers) {
    recollection().ifPresent(of -> of.addMissing(numbers));
    underWay().forEach(delivery -> delivery.addMissingOfDelivery(numbers));
  }

  /** What is owed of it. */
  Owed owed(Map<Long, Entry> read) {
    List<Delivery> begun =
        underWay().stream().flatMap(delivery -> delivery.delivery(read).stream()).toList();
    List<Entry.RedeliveryAsked> unbegun =
        asked.values().stream().filter(redelivery -> !hasBegun(redelivery.deliveryId())).toList();
    return new Owed(
        recollection().flatMap(of -> of.complete(read)),
        routedDeliveries == NOT_ROUTED || owed > begun.size() + unbegun.size(),
        Optional.ofNullable(waiting),
        begun,
        unbegun,
        chapters.stream()
            .flatMap(chapter -> chapter.configurationId().stream())
            .distinct()
            .toList());
  }

  private List<Recollection> underWay() {
    return chapters.stream()
        .filter(chapter -> !chapter.hasEnded())
        .map(Chapter::recollection)
        .toList();
  }

  private boolean hasBegun(String deliveryId) {
    return chapters.stream().anyMatch(chapter -> chapter.id().equals(deliveryId));
  }

  boolean isWithoutDeliveries() {
    return chapters.isEmpty();
  }

  /** The event was matched; once more where that was not known to have come to its end. */
  void routed(long entry, Entry.EventRouted told) {
    if (routing != 0) {
      moreEntries = and(moreEntries, routing);
    }
    routing = entry;
    notArchived++;
    owed += told.deliveries() - Math.max(0, routedDeliveries);
    routedDeliveries = told.deliveries();
    reason = told.unmatched();
    waiting = null;
  }

  /** A fault holds it back before it is matched. */
  void delayed(long entry, Entry.EventDelayed told) {
    moreEntries = and(moreEntries, entry);
    notArchived++;
    befell(told.fault());
    waiting = new Waiting(told.fault(), told.until());
  }

  /** A fault took it away before it was matched. */
  void dropped(long entry, Entry.EventDropped told) {
    moreEntries = and(moreEntries, entry);
    notArchived++;
    befell(told.fault());
    routedDeliveries = DROPPED;
    reason = Optional.of("the fault 'drop' was injected: it is never pushed");
    waiting = null;
  }

  private void befell(PushFault fault) {
    if (!faults.contains(fault)) {
      faults = Stream.concat(faults.stream(), Stream.of(fault)).toList();
    }
  }

  void asked(long entry, Entry.RedeliveryAsked told) {
    moreEntries = and(moreEntries, entry);
    notArchived++;
    if (asked.isEmpty()) {
      asked = new LinkedHashMap<>();
    }
    asked.put(told.deliveryId(), told);
    owed++;
  }

  /** A delivery of it that was not known. */
  Chapter begun(long entry, Delivery delivery) {
    Optional<Entry.RedeliveryAsked> redelivery = Optional.ofNullable(asked.get(delivery.id()));
    Chapter chapter =
        new Chapter(
            this,
            entry,
            delivery,
            redelivery.map(Entry.RedeliveryAsked::time).orElse(received),
            redelivery.map(Entry.RedeliveryAsked::redeliveryOf));
    if (chapters.isEmpty()) {
      chapters = List.of(chapter);
    } else {
      List<Chapter> more = new ArrayList<>(chapters);
      more.add(chapter);
      chapters = more;
    }
    return chapter;
  }

  /** One of its deliveries has ended. */
  void ended(Chapter chapter) {
    if (asked.containsKey(chapter.id())) {
      asked.remove(chapter.id());
    }
    owed--;
  }

  void forget(Chapter chapter) {
    chapters = chapters.stream().filter(other -> other != chapter).toList();
  }

  /** One more entry about the event itself can be read again from here on. */
  void archived() {
    notArchived--;
    shelve();
  }

  /** Whether all entries about the event itself can be read again. */
  boolean isArchived() {
    return notArchived == 0;
  }

  /** What need not be in memory goes. */
  void shelve() {
    boolean isDone =
        routedDeliveries != NOT_ROUTED && chapters.stream().noneMatch(Chapter::isRunning);
    if (isDone || (!isInHand && isArchived())) {
      event = null;
    }
  }

  Optional<Recollection.OfEvent> recollection() {
    return isOfEvent
        ? Optional.of(new Recollection.OfEvent(number, Optional.ofNullable(event)))
        : Optional.empty();
  }

  @Override
  public EventAccount account() {
    return new EventAccount(
        number,
        Optional.of(id),
        received,
        bucketName,
        key,
        eventName,
        outcome(),
        reason,
        duplicateOf,
        faults,
        Optional.ofNullable(waiting),
        chapters.stream().map(Chapter::id).toList());
  }

  @Override
  public EventAccount.Outcome outcome() {
    if (routedDeliveries == NOT_ROUTED) {
      return EventAccount.Outcome.ACCEPTED;
    }
    if (routedDeliveries == DROPPED) {
      return EventAccount.Outcome.DROPPED;
    }
    return routedDeliveries == 0 ? EventAccount.Outcome.UNMATCHED : EventAccount.Outcome.MATCHED;
  }
}
