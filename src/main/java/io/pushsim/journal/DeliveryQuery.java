package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which deliveries are asked for: those that satisfy every condition given.
 *
 * @param keyPrefix how the object's key itself begins, not URL-encoded
 * @param target a whole ARN, or {@code name:qualifier} in any account and region
 * @param decisions any of these; all where none is named
 * @param since received at this time or later
 */
public record DeliveryQuery(
    Optional<String> bucket,
    Optional<String> keyPrefix,
    Optional<String> target,
    Set<Decision.Kind> decisions,
    Optional<DeliveryAccount.Outcome> outcome,
    Optional<Instant> since) {
  /** Every delivery. */
  public static final DeliveryQuery ALL =
      new DeliveryQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty());

  private static final Set<Decision.Kind> DENIED =
      Set.of(Decision.Kind.EXPLICIT_DENY, Decision.Kind.IMPLICIT_DENY);

  public DeliveryQuery {
    decisions = Set.copyOf(decisions);
  }

  /** Every delivery that is under way. */
  public static DeliveryQuery running() {
    return new DeliveryQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.of(DeliveryAccount.Outcome.RUNNING),
        Optional.empty());
  }

  boolean matches(Chapter delivery) {
    return matches(
            delivery.story().bucketName(),
            new Sleeper.OfDelivery(delivery.target(), delivery.decision(), delivery.outcome()),
            delivery.received())
        && keyPrefix.filter(prefix -> !delivery.story().key().startsWith(prefix)).isEmpty();
  }

  /** Whether the delivery of one that sleeps is asked for, if its key is. */
  boolean mayMatch(Sleeper sleeper) {
    return sleeper
        .traits()
        .delivery()
        .filter(known -> matches(sleeper.traits().bucketName(), known, sleeper.received()))
        .isPresent();
  }

  private boolean matches(String bucketName, Sleeper.OfDelivery delivery, Instant received) {
    return bucket.filter(name -> !name.equals(bucketName)).isEmpty()
        && target.filter(name -> !names(name, delivery.target())).isEmpty()
        && (decisions.isEmpty() || decisions.contains(delivery.decision()))
        && outcome.filter(wanted -> wanted != delivery.outcome()).isEmpty()
        && since.filter(received::isBefore).isEmpty();
  }

  /** Whether the facets say it all. */
  boolean isOfFacetsOnly() {
    return keyPrefix.isEmpty()
        && since.isEmpty()
        && target.filter(DeliveryQuery::isArn).isEmpty()
        && (decisions.isEmpty() || decisions.equals(DENIED))
        && outcome.filter(wanted -> !isFacet(wanted)).isEmpty();
  }

  /** The facets that every delivery asked for has. */
  List<Facet> facets() {
    List<Facet> facets = new ArrayList<>();
    bucket.map(Facet.OfBucket::new).ifPresent(facets::add);
    target
        .flatMap(name -> isArn(name) ? shortName(name) : target)
        .map(Facet.OfTarget::new)
        .ifPresent(facets::add);
    if (!decisions.isEmpty() && DENIED.containsAll(decisions)) {
      facets.add(new Facet.OfDelivery(DeliveryAccount.Outcome.DENIED));
    }
    outcome.filter(DeliveryQuery::isFacet).map(Facet.OfDelivery::new).ifPresent(facets::add);
    return facets;
  }

  /** The facets of a delivery; most succeed, so that is none. */
  static List<Facet> facetsOf(Chapter delivery) {
    Facet bucket = new Facet.OfBucket(delivery.story().bucketName());
    Facet target = new Facet.OfTarget(delivery.target().shortName());
    return isFacet(delivery.outcome())
        ? List.of(bucket, target, new Facet.OfDelivery(delivery.outcome()))
        : List.of(bucket, target);
  }

  private static boolean isFacet(DeliveryAccount.Outcome outcome) {
    return outcome != DeliveryAccount.Outcome.SUCCEEDED;
  }

  private static boolean isArn(String target) {
    return target.startsWith("arn:");
  }

  private static Optional<String> shortName(String arn) {
    return FunctionArn.parse(arn).map(FunctionArn::shortName);
  }

  private static boolean names(String name, FunctionArn target) {
    return name.equals(isArn(name) ? target.toString() : target.shortName());
  }
}
