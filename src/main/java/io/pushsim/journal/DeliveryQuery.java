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

  public boolean matches(DeliveryAccount account) {
    return bucket.filter(name -> !name.equals(bucketOf(account))).isEmpty()
        && keyPrefix.filter(prefix -> !keyOf(account).startsWith(prefix)).isEmpty()
        && target.filter(name -> !names(name, account.delivery().target())).isEmpty()
        && (decisions.isEmpty() || decisions.contains(account.delivery().decision().kind()))
        && outcome.filter(wanted -> wanted != account.outcome()).isEmpty()
        && since.filter(account.received()::isBefore).isEmpty();
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
  List<String> facets() {
    List<String> facets = new ArrayList<>();
    bucket.map(DeliveryQuery::bucketFacet).ifPresent(facets::add);
    target
        .flatMap(name -> isArn(name) ? shortName(name) : target)
        .map(DeliveryQuery::targetFacet)
        .ifPresent(facets::add);
    if (!decisions.isEmpty() && DENIED.containsAll(decisions)) {
      facets.add(DeliveryAccount.Outcome.DENIED.name());
    }
    outcome.filter(DeliveryQuery::isFacet).map(Enum::name).ifPresent(facets::add);
    return facets;
  }

  /** The facets of a delivery; most succeed, so that is none. */
  static List<String> facetsOf(DeliveryAccount account) {
    List<String> facets = new ArrayList<>(3);
    facets.add(bucketFacet(bucketOf(account)));
    facets.add(targetFacet(account.delivery().target().shortName()));
    if (isFacet(account.outcome())) {
      facets.add(account.outcome().name());
    }
    return facets;
  }

  private static boolean isFacet(DeliveryAccount.Outcome outcome) {
    return outcome != DeliveryAccount.Outcome.SUCCEEDED;
  }

  private static String bucketFacet(String name) {
    return "bucket " + name;
  }

  private static String targetFacet(String shortName) {
    return "target " + shortName;
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

  private static String bucketOf(DeliveryAccount account) {
    return account.event().event().bucketName();
  }

  private static String keyOf(DeliveryAccount account) {
    return account.event().event().object().key();
  }
}
