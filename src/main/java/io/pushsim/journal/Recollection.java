package io.pushsim.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of a delivery, of which some is in memory, and some has to be read again.
 *
 * @param number of the entry that told that it began
 * @param event the number of the entry that has its event, and the event where it is in memory;
 *     empty for a direct invocation
 * @param delivery where it is in memory, as it is now
 * @param course the numbers of the entries that told what came of it, in order
 */
record Recollection(
    long number,
    Instant received,
    Optional<OfEvent> event,
    Optional<Delivery> delivery,
    List<Long> course,
    Optional<Instant> ended,
    Optional<String> redeliveryOf) {

  /**
   * An accepted event.
   *
   * @param number of the entry that has it
   * @param known where it is in memory
   */
  record OfEvent(long number, Optional<AcceptedEvent> known) {

    /** The event; empty where it is gone. */
    Optional<AcceptedEvent> complete(Map<Long, Entry> read) {
      return known.or(
          () ->
              read.get(number) instanceof Entry.EventAccepted accepted
                  ? Optional.of(accepted.event())
                  : Optional.empty());
    }

    void addMissing(Collection<Long> numbers) {
      if (known.isEmpty()) {
        numbers.add(number);
      }
    }
  }

  /** Adds the numbers of the entries that have to be read. */
  void addMissing(Collection<Long> numbers) {
    event.ifPresent(of -> of.addMissing(numbers));
    addMissingOfDelivery(numbers);
  }

  /** The same, of the delivery alone. */
  void addMissingOfDelivery(Collection<Long> numbers) {
    if (delivery.isEmpty()) {
      numbers.add(number);
      numbers.addAll(course);
    }
  }

  /** The account; empty where the delivery was let go since. */
  Optional<DeliveryAccount> complete(Map<Long, Entry> read) {
    Optional<AcceptedEvent> accepted = event.flatMap(of -> of.complete(read));
    return event.isPresent() && accepted.isEmpty()
        ? Optional.empty()
        : delivery(read)
            .map(
                told -> new DeliveryAccount(number, received, accepted, told, ended, redeliveryOf));
  }

  /** The delivery as it is now; empty where it was let go since. */
  Optional<Delivery> delivery(Map<Long, Entry> read) {
    return delivery.or(() -> begun(read.get(number)).flatMap(begun -> further(begun, read)));
  }

  private static Optional<Delivery> begun(@Nullable Entry told) {
    if (told instanceof Entry.DeliveryDenied denied) {
      return Optional.of(denied.delivery());
    }
    if (told instanceof Entry.InvocationAccepted invoked) {
      return Optional.of(invoked.delivery());
    }
    return told instanceof Entry.DeliveryBegun begun
        ? Optional.of(begun.delivery())
        : Optional.empty();
  }

  private Optional<Delivery> further(Delivery begun, Map<Long, Entry> read) {
    Delivery delivery = begun;
    for (Long told : course) {
      if (!(read.get(told) instanceof Entry.OfCourse further)) {
        return Optional.empty();
      }
      delivery = delivery.after(further);
    }
    return Optional.of(delivery);
  }
}
