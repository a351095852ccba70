package io.pushsim.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Numbered things, listed newest first; what has a facet is found without a look at what has not.
 * Not safe for use by several threads at once.
 */
final class FacetIndex<T> {
  private final Function<T, List<Facet>> facets;
  private final NavigableMap<Long, Place<T>> all = new TreeMap<>();
  private final Map<Facet, Listing<T>> byFacet = new HashMap<>();

  /** All things that have a facet. */
  private record Listing<T>(Facet facet, NavigableMap<Long, Place<T>> places) {}

  /** Where a thing stands, in every list that it is in: another takes its place in all of them. */
  private static final class Place<T> {
    private T thing;
    private List<Listing<T>> listings = List.of();

    Place(T thing) {
      this.thing = thing;
    }

    boolean hasAll(List<Facet> facets) {
      for (int i = 0; i < facets.size(); i++) {
        if (!listings.get(i).facet().equals(facets.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  FacetIndex(Function<T, List<Facet>> facets) {
    this.facets = facets;
  }

  /** Puts a thing in the place of the one that had its number before, by the facets it has now. */
  void put(Long number, T thing) {
    Place<T> place = all.computeIfAbsent(number, added -> new Place<>(thing));
    place.thing = thing;
    List<Facet> wanted = facets.apply(thing);
    if (place.listings.size() == wanted.size() && place.hasAll(wanted)) {
      return;
    }
    List<Listing<T>> former = place.listings;
    place.listings = wanted.stream().map(this::listing).toList();
    place.listings.forEach(listing -> listing.places().put(number, place));
    drop(number, former, wanted);
  }

  private Listing<T> listing(Facet facet) {
    return byFacet.computeIfAbsent(facet, name -> new Listing<>(name, new TreeMap<>()));
  }

  void remove(Long number) {
    Place<T> former = all.remove(number);
    if (former != null) {
      drop(number, former.listings, List.of());
    }
  }

  private void drop(Long number, List<Listing<T>> former, List<Facet> kept) {
    for (Listing<T> listing : former) {
      if (!kept.contains(listing.facet())) {
        listing.places().remove(number);
        if (listing.places().isEmpty()) {
          byFacet.remove(listing.facet());
        }
      }
    }
  }

  void clear() {
    all.clear();
    byFacet.clear();
  }

  History.Page<T> page(
      Collection<Facet> having, Predicate<T> wanted, OptionalLong before, int limit) {
    NavigableMap<Long, Place<T>> candidates = narrowest(having);
    long end = before.orElse(Long.MAX_VALUE);
    List<T> items = new ArrayList<>();
    long last = end;
    for (Map.Entry<Long, Place<T>> candidate :
        candidates.headMap(end, false).descendingMap().entrySet()) {
      T thing = candidate.getValue().thing;
      if (wanted.test(thing)) {
        if (items.size() == limit) {
          return new History.Page<>(items, OptionalLong.of(last));
        }
        items.add(thing);
        last = candidate.getKey();
      }
    }
    return new History.Page<>(items, OptionalLong.empty());
  }

  /**
   * @param facetsOnly whether all that has the facets is wanted
   */
  long count(Collection<Facet> having, Predicate<T> wanted, boolean facetsOnly) {
    NavigableMap<Long, Place<T>> candidates = narrowest(having);
    return facetsOnly && having.size() <= 1
        ? candidates.size()
        : candidates.values().stream().filter(place -> wanted.test(place.thing)).count();
  }

  private NavigableMap<Long, Place<T>> narrowest(Collection<Facet> having) {
    return having.stream()
        .map(byFacet::get)
        .map(listing -> listing == null ? new TreeMap<Long, Place<T>>() : listing.places())
        .min(Comparator.comparingInt(Map::size))
        .orElse(all);
  }
}
