package io.pushsim.journal;

import io.pushsim.runtime.InvocationResult;
import java.time.Instant;
import java.util.Optional;

/**
 * What the journal tells of one delivery.
 *
 * @param number its place among all deliveries in the order in which they began; larger is newer,
 *     and it never changes
 * @param received when its event was accepted, or when a redelivery was asked for
 * @param ended empty while it is under way
 * @param redeliveryOf the delivery that it repeats
 */
public record DeliveryAccount(
    long number,
    Instant received,
    AcceptedEvent event,
    Delivery delivery,
    Optional<Instant> ended,
    Optional<String> redeliveryOf) {

  /** What came of a delivery. */
  public enum Outcome {
    /** It is under way, or waits for its function. */
    RUNNING,
    /** The handler answered. */
    SUCCEEDED,
    /** The handler failed. */
    FAILED,
    /** The target's policy does not allow it. */
    DENIED,
    /** The policy allows it, but the function, version or alias is not there. */
    TARGET_NOT_FOUND
  }

  public Outcome outcome() {
    return outcome(delivery, ended.isPresent());
  }

  static Outcome outcome(Delivery delivery, boolean hasEnded) {
    if (!delivery.decision().isAllowed()) {
      return Outcome.DENIED;
    }
    if (!hasEnded) {
      return Outcome.RUNNING;
    }
    return delivery
        .lastAttempt()
        .map(attempt -> outcome(attempt.report().result()))
        .orElse(Outcome.TARGET_NOT_FOUND);
  }

  private static Outcome outcome(InvocationResult result) {
    return result.isError() ? Outcome.FAILED : Outcome.SUCCEEDED;
  }
}
