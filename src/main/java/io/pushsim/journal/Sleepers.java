package io.pushsim.journal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** All that sleep, in the order in which they came. Not safe for use by several threads at once. */
final class Sleepers {
  private static final int MOST_KNOWN = 1000;

  private final ByNumber<Sleeper> events = new ByNumber<>();
  private final ByNumber<Sleeper> deliveries = new ByNumber<>();
  private final Map<Sleeper.Traits, Sleeper.Traits> known = new HashMap<>();

  /** The same traits, held once for all that have them. */
  Sleeper.Traits once(Sleeper.Traits traits) {
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(traits, one -> one);
  }

  void put(Sleeper sleeper) {
    if (sleeper.isOfEvent()) {
      events.put(sleeper.number(), sleeper);
    }
    if (sleeper.hasDelivery()) {
      deliveries.put(sleeper.deliveryNumber(), sleeper);
    }
  }

  void remove(Sleeper sleeper) {
    events.remove(sleeper.number());
    deliveries.remove(sleeper.deliveryNumber());
  }

  void clear() {
    events.clear();
    deliveries.clear();
    known.clear();
  }

  /** The event of this number, where it sleeps. */
  Optional<Sleeper> event(long number) {
    return events.get(number);
  }

  /** That of the delivery of this number, where it sleeps. */
  Optional<Sleeper> delivery(long number) {
    return deliveries.get(number);
  }

  /** Among these is the one of a delivery, if it sleeps. */
  List<Sleeper> mayBeOf(String deliveryId) {
    int hash = deliveryId.hashCode();
    return deliveries.descending().filter(some -> some.deliveryHash() == hash).toList();
  }

  /** All, in the order in which they came. */
  List<Sleeper> all() {
    Stream<Sleeper> invocations = deliveries.descending().filter(some -> !some.isOfEvent());
    return Stream.concat(events.descending(), invocations)
        .sorted(Comparator.comparingLong(Sleeper::number))
        .toList();
  }

  /** The numbers of the events that came then or later, in no order. */
  Stream<Long> acceptedSince(Instant time) {
    return events
        .descending()
        .filter(sleeper -> !sleeper.received().isBefore(time))
        .map(Sleeper::number);
  }

  /** Those whose events are asked for but for their keys, newest first. */
  Stream<Sleeper> like(EventQuery query, OptionalLong before) {
    return events.descending(before.orElse(Long.MAX_VALUE)).filter(query::mayMatch);
  }

  /** Those whose deliveries are asked for but for their keys, newest first. */
  Stream<Sleeper> like(DeliveryQuery query, OptionalLong before) {
    return deliveries.descending(before.orElse(Long.MAX_VALUE)).filter(query::mayMatch);
  }
}
