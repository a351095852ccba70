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
  private final NavigableMap<Long, T> all = new TreeMap<>();
  private final Map<String, NavigableMap<Long, T>> byFacet = new HashMap<>();

  FacetIndex(Function<T, List<String>> facets) {
    this.facets = facets;
  }

  /** Puts a thing in the place of the one that had its number before. */
  void put(Long number, T thing) {
    T former = all.put(number, thing);
    List<String> wanted = facets.apply(thing);
    if (former != null) {
      drop(number, facets.apply(former), wanted);
    }
    wanted.forEach(
        facet -> byFacet.computeIfAbsent(facet, name -> new TreeMap<>()).put(number, thing));
  }

  void remove(Long number) {
    T former = all.remove(number);
    if (former != null) {
      drop(number, facets.apply(former), List.of());
    }
  }

  private void drop(Long number, List<String> former, List<String> kept) {
    for (String facet : former) {
      NavigableMap<Long, T> having = byFacet.get(facet);
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
    NavigableMap<Long, T> candidates = narrowest(having);
    long end = before.orElse(Long.MAX_VALUE);
    List<T> items = new ArrayList<>();
    long last = end;
    for (Map.Entry<Long, T> candidate : candidates.headMap(end, false).descendingMap().entrySet()) {
      if (wanted.test(candidate.getValue())) {
        if (items.size() == limit) {
          return new History.Page<>(items, OptionalLong.of(last));
        }
        items.add(candidate.getValue());
        last = candidate.getKey();
      }
    }
    return new History.Page<>(items, OptionalLong.empty());
  }

  /**
   * @param facetsOnly whether all that has the facets is wanted
   */
  long count(Collection<String> having, Predicate<T> wanted, boolean facetsOnly) {
    NavigableMap<Long, T> candidates = narrowest(having);
    return facetsOnly && having.size() <= 1
        ? candidates.size()
        : candidates.values().stream().filter(wanted).count();
  }

  private NavigableMap<Long, T> narrowest(Collection<String> having) {
    return having.stream()
        .map(facet -> byFacet.getOrDefault(facet, new TreeMap<>()))
        .min(Comparator.comparingInt(Map::size))
        .orElse(all);
  }
}
