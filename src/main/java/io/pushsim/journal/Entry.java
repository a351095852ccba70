package io.pushsim.journal;

import io.pushsim.arn.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One entry of the journal. */
public sealed interface Entry {
  /** The form of entries that this version writes. */
  int SCHEMA_VERSION = 1;

  Instant time();

  /**
   * An operation was carried out.
   *
   * @param operation its AWS name
   * @param request its parameters as JSON text, kept so that a session can be told again; a package
   *     that came with it is named by its CodeSha256 and lies in the {@link CodeStore}
   * @param outcomes what became true, in order
   */
  record OperationDone(
      Instant time, Scope caller, String operation, String request, List<Outcome> outcomes)
      implements Entry {
    public OperationDone {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** An entry about an event that was accepted. */
  sealed interface OfEvent extends Entry {
    String eventId();
  }

  /** A notification was accepted: from here on it must not get lost. */
  record EventAccepted(Instant time, AcceptedEvent event) implements OfEvent {
    @Override
    public String eventId() {
      return event.id();
    }
  }

  /**
   * A notification was matched against its bucket's configuration.
   *
   * @param deliveries how many deliveries come of it
   * @param unmatched why none does, where none does
   */
  record EventRouted(Instant time, String eventId, int deliveries, Optional<String> unmatched)
      implements OfEvent {}

  /** A server told of an event that AWS's S3 would not send: nothing comes of it. */
  record EventIgnored(Instant time, String bucketName, String key, String eventName, String reason)
      implements Entry {}

  /**
   * Somebody asked to push an event at a target once more: one more delivery is owed.
   *
   * @param deliveryId the new delivery's
   * @param redeliveryOf the delivery that it repeats
   */
  record RedeliveryAsked(Instant time, String eventId, String deliveryId, String redeliveryOf)
      implements OfEvent {}

  /**
   * A delivery was let pass and is under way; one that is denied ends without having begun.
   *
   * @param delivery without attempts
   */
  record DeliveryBegun(Instant time, Delivery delivery) implements OfEvent {
    @Override
    public String eventId() {
      return delivery.eventId();
    }
  }

  /** A delivery came to its end. */
  record DeliveryEnded(Instant time, Delivery delivery) implements OfEvent {
    @Override
    public String eventId() {
      return delivery.eventId();
    }
  }
}
