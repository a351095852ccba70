package io.pushsim.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What the journal tells of one delivery.
 *
 * @param number its place among all deliveries in the order in which they began; larger is newer,
 *     and it never changes
 * @param received when its event was accepted, or when a redelivery was asked for
 * @param event empty for a direct invocation
 * @param ended empty while it is under way
 * @param redeliveryOf the delivery that it repeats
 */
public record DeliveryAccount(
    long number,
    Instant received,
    Optional<AcceptedEvent> event,
    Delivery delivery,
    Optional<Instant> ended,
    Optional<String> redeliveryOf) {

  /** What came of a delivery. */
  public enum Outcome {
    /** It is under way. */
    RUNNING,
    /** It waits to be tried again. */
    WAITING,
    /** The handler answered. */
    SUCCEEDED,
    /** The handler failed, as often as it was to be tried. */
    FAILED,
    /** It became too old while it waited. */
    EXPIRED,
    /** Its function is switched off by a reserved concurrency of zero. */
    THROTTLED,
    /** It was stopped since its function had run too often in the same chain of events. */
    STOPPED,
    /** The target's policy does not allow it. */
    DENIED,
    /** The policy allows it, but the function, version or alias is not there. */
    TARGET_NOT_FOUND
  }

  public Outcome outcome() {
    return outcome(delivery);
  }

  static Outcome outcome(Delivery delivery) {
    if (!delivery.decision().isAllowed()) {
      return Outcome.DENIED;
    }
    Course course = delivery.course();
    return course
        .conclusion()
        .map(DeliveryAccount::outcome)
        .orElse(course.due().isPresent() ? Outcome.WAITING : Outcome.RUNNING);
  }

  static Outcome outcome(Conclusion conclusion) {
    return switch (conclusion) {
      case SUCCEEDED -> Outcome.SUCCEEDED;
      case RETRIES_EXHAUSTED -> Outcome.FAILED;
      case EVENT_AGE_EXCEEDED -> Outcome.EXPIRED;
      case ZERO_RESERVED_CONCURRENCY -> Outcome.THROTTLED;
      case RECURSION_DETECTED -> Outcome.STOPPED;
      case TARGET_NOT_FOUND -> Outcome.TARGET_NOT_FOUND;
    };
  }
}
