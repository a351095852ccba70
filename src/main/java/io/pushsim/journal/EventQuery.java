package io.pushsim.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which events are asked for: those that satisfy every condition given.
 *
 * @param keyPrefix how the object's key itself begins, not URL-encoded
 * @param since received at this time or later
 */
public record EventQuery(
    Optional<String> bucket,
    Optional<String> keyPrefix,
    Optional<EventAccount.Outcome> outcome,
    Optional<Instant> since) {
  /** Every event. */
  public static final EventQuery ALL =
      new EventQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean matches(EventAccount account) {
    return bucket.filter(name -> !name.equals(account.bucketName())).isEmpty()
        && keyPrefix.filter(prefix -> !account.key().startsWith(prefix)).isEmpty()
        && outcome.filter(wanted -> wanted != account.outcome()).isEmpty()
        && since.filter(account.received()::isBefore).isEmpty();
  }

  /** Whether the facets say it all. */
  boolean isOfFacetsOnly() {
    return keyPrefix.isEmpty() && since.isEmpty();
  }

  /** The facets that every event asked for has. */
  List<String> facets() {
    List<String> facets = new ArrayList<>();
    bucket.map(EventQuery::bucketFacet).ifPresent(facets::add);
    outcome.map(Enum::name).ifPresent(facets::add);
    return facets;
  }

  static List<String> facetsOf(EventAccount account) {
    return List.of(bucketFacet(account.bucketName()), account.outcome().name());
  }

  private static String bucketFacet(String name) {
    return "bucket " + name;
  }
}
