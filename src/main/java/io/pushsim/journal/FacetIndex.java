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
  private final Function<T, List<String>> facets;
  private final NavigableMap<Long, Place<T>> all = new TreeMap<>();
  private final Map<String, NavigableMap<Long, Place<T>>> byFacet = new HashMap<>();

  /** Where a thing stands, in every list that it is in: another takes its place in all of them. */
  private static final class Place<T> {
    private T thing;
    private List<String> facets;

    Place(T thing, List<String> facets) {
      this.thing = thing;
      this.facets = facets;
    }
  }

  FacetIndex(Function<T, List<String>> facets) {
    this.facets = facets;
  }

  /** Puts a thing in the place of the one that had its number before. */
  void put(Long number, T thing) {
    List<String> wanted = facets.apply(thing);
    Place<T> place = all.get(number);
    if (place == null) {
      Place<T> added = new Place<>(thing, wanted);
      all.put(number, added);
      wanted.forEach(facet -> list(facet).put(number, added));
      return;
    }
    List<String> former = place.facets;
    place.thing = thing;
    place.facets = wanted;
    if (!former.equals(wanted)) {
      drop(number, former, wanted);
      for (String facet : wanted) {
        if (!former.contains(facet)) {
          list(facet).put(number, place);
        }
      }
    }
  }

  private NavigableMap<Long, Place<T>> list(String facet) {
    return byFacet.computeIfAbsent(facet, name -> new TreeMap<>());
  }

  void remove(Long number) {
    Place<T> former = all.remove(number);
    if (former != null) {
      drop(number, former.facets, List.of());
    }
  }

  private void drop(Long number, List<String> former, List<String> kept) {
    for (String facet : former) {
      NavigableMap<Long, Place<T>> having = byFacet.get(facet);
      if (having != null && !kept.contains(facet)) {
        having.remove(number);
        if (having.isEmpty()) {
          byFacet.remove(facet);
        }
      }
    }
  }

  void clear() {
    all.clear();
    byFacet.clear();
  }

  History.Page<T> page(
      Collection<String> having, Predicate<T> wanted, OptionalLong before, int limit) {
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
  long count(Collection<String> having, Predicate<T> wanted, boolean facetsOnly) {
    NavigableMap<Long, Place<T>> candidates = narrowest(having);
    return facetsOnly && having.size() <= 1
        ? candidates.size()
        : candidates.values().stream().filter(place -> wanted.test(place.thing)).count();
  }

  private NavigableMap<Long, Place<T>> narrowest(Collection<String> having) {
    return having.stream()
        .map(facet -> byFacet.getOrDefault(facet, new TreeMap<Long, Place<T>>()))
        .min(Comparator.comparingInt(Map::size))
        .orElse(all);
  }
}
