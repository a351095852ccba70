package io.pushsim.journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Numbered things, listed newest first; what has a facet is found without a look at what has not.
 * Not safe for use by several threads at once.
 */
final class FacetIndex<T extends FacetIndex.Numbered> {
  private static final int MOST_KNOWN = 1000;

  private final Function<T, List<Facet>> facets;
  private final ByNumber<T> all = new ByNumber<>();
  private final ByNumber<List<Facet>> facetsOf = new ByNumber<>();
  private final Map<Facet, ByNumber<T>> byFacet = new HashMap<>();
  // Most things have the same facets as others: the lists of them are held once.
  private final Map<List<Facet>, List<Facet>> known = new HashMap<>();

  /** What has a number that never changes. */
  interface Numbered {
    long number();
  }

  FacetIndex(Function<T, List<Facet>> facets) {
    this.facets = facets;
  }

  /** Puts a thing in the place of the one that had its number before, by the facets it has now. */
  void put(T thing) {
    long number = thing.number();
    List<Facet> wanted = facets.apply(thing);
    List<Facet> former = facetsOf.get(number).orElse(List.of());
    all.put(number, thing);
    wanted.forEach(facet -> having(facet).put(number, thing));
    if (!former.equals(wanted)) {
      facetsOf.put(number, once(wanted));
      drop(number, former, wanted);
    }
  }

  private List<Facet> once(List<Facet> wanted) {
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(wanted, one -> one);
  }

  private ByNumber<T> having(Facet facet) {
    return byFacet.computeIfAbsent(facet, name -> new ByNumber<>());
  }

  void remove(long number) {
    all.remove(number);
    drop(number, facetsOf.get(number).orElse(List.of()), List.of());
    facetsOf.remove(number);
  }

  private void drop(long number, List<Facet> former, List<Facet> kept) {
    for (Facet facet : former) {
      if (!kept.contains(facet)) {
        ByNumber<T> having = having(facet);
        having.remove(number);
        if (having.isEmpty()) {
          byFacet.remove(facet);
        }
      }
    }
  }

  void clear() {
    all.clear();
    facetsOf.clear();
    byFacet.clear();
    known.clear();
  }

  /** The thing of this number. */
  Optional<T> get(long number) {
    return all.get(number);
  }

  /**
   * The newest things that are wanted.
   *
   * @param having facets that all of them have
   * @param before only those with a smaller number
   * @param most how many at the most
   */
  Stream<T> list(Collection<Facet> having, Predicate<T> wanted, OptionalLong before, long most) {
    return narrowest(having).descending(before.orElse(Long.MAX_VALUE)).filter(wanted).limit(most);
  }

  /**
   * @param facetsOnly whether all that has the facets is wanted
   */
  long count(Collection<Facet> having, Predicate<T> wanted, boolean facetsOnly) {
    ByNumber<T> candidates = narrowest(having);
    return facetsOnly && having.size() <= 1
        ? candidates.size()
        : candidates.descending().filter(wanted).count();
  }

  private ByNumber<T> narrowest(Collection<Facet> having) {
    return having.stream()
        .map(facet -> byFacet.getOrDefault(facet, new ByNumber<>()))
        .min(Comparator.comparingInt(ByNumber::size))
        .orElse(all);
  }
}
