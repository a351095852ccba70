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

  boolean matches(EventFacts event) {
    return matches(event.bucketName(), event.outcome(), event.received())
        && keyPrefix.filter(prefix -> !event.key().startsWith(prefix)).isEmpty();
  }

  /** Whether the event of one that sleeps is asked for, if its key is. */
  boolean mayMatch(Sleeper sleeper) {
    return matches(sleeper.traits().bucketName(), sleeper.outcome(), sleeper.received());
  }

  private boolean matches(String bucketName, EventAccount.Outcome came, Instant received) {
    return bucket.filter(name -> !name.equals(bucketName)).isEmpty()
        && outcome.filter(wanted -> wanted != came).isEmpty()
        && since.filter(received::isBefore).isEmpty();
  }

  /** Whether the facets say it all. */
  boolean isOfFacetsOnly() {
    return keyPrefix.isEmpty() && since.isEmpty();
  }

  /** The facets that every event asked for has. */
  List<Facet> facets() {
    List<Facet> facets = new ArrayList<>();
    bucket.map(Facet.OfBucket::new).ifPresent(facets::add);
    outcome.map(Facet.OfEvent::new).ifPresent(facets::add);
    return facets;
  }

  static List<Facet> facetsOf(EventFacts event) {
    return List.of(new Facet.OfBucket(event.bucketName()), new Facet.OfEvent(event.outcome()));
  }
}
