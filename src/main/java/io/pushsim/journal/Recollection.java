package io.pushsim.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * An account of a delivery, of which some is in memory, and some has to be read again.
 *
 * @param delivery where it is in memory, as it is now
 * @param telling the number of the entry that told of the delivery last
 * @param ending the number of the entry that has its runs; 0 where there is none
 */
record Recollection(
    long number,
    Instant received,
    OfEvent event,
    Optional<Delivery> delivery,
    long telling,
    long ending,
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
    event.addMissing(numbers);
    if (delivery.isEmpty()) {
      numbers.add(telling);
      if (ending != 0) {
        numbers.add(ending);
      }
    }
  }

  /** The account; empty where the delivery was let go since. */
  Optional<DeliveryAccount> complete(Map<Long, Entry> read) {
    return event
        .complete(read)
        .flatMap(
            accepted ->
                delivery
                    .or(() -> deliveryOf(read))
                    .map(
                        told ->
                            new DeliveryAccount(
                                number, received, accepted, told, ended, redeliveryOf)));
  }

  private Optional<Delivery> deliveryOf(Map<Long, Entry> read) {
    Entry told = read.get(telling);
    if (told instanceof Entry.DeliveryDenied denied) {
      return Optional.of(denied.delivery());
    }
    return told instanceof Entry.DeliveryBegun begun
            && read.get(ending) instanceof Entry.DeliveryEnded done
        ? Optional.of(begun.delivery().with(done.attempts()))
        : Optional.empty();
  }
}
