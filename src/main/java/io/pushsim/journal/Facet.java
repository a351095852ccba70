package io.pushsim.journal;

/** What many events or deliveries have in common, so that they are found by it. */
sealed interface Facet {

  /** They are of this bucket. */
  record OfBucket(String name) implements Facet {}

  /** They are pushed at this target, {@code name:qualifier} in any account and region. */
  record OfTarget(String shortName) implements Facet {}

  /** This came of the delivery. */
  record OfDelivery(DeliveryAccount.Outcome outcome) implements Facet {}

  /** This came of the event. */
  record OfEvent(EventAccount.Outcome outcome) implements Facet {}
}
