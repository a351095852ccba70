package io.pushsim.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Accounts of events and deliveries, and lists of them: of what is awake, and of what sleeps, which
 * is read again for that. Safe for use by several threads.
 */
final class Accounts {
  private final Object lock;
  // Guarded by the lock.
  private final Stories stories;
  private final Archive archive;

  /**
   * @param lock of whoever changes the stories
   */
  Accounts(Object lock, Stories stories, Archive archive) {
    this.lock = lock;
    this.stories = stories;
    this.archive = archive;
  }

  /**
   * What is wanted.
   *
   * @param awake finds it among what is awake, newest first
   * @param like finds those that sleep of which it may be, newest first
   * @param byKey whether that can only be told by reading
   */
  private record Wanted<T>(
      Function<Stories, List<T>> awake, Function<Sleepers, Stream<Sleeper>> like, boolean byKey) {}

  History.Page<DeliveryAccount> deliveries(DeliveryQuery query, OptionalLong before, int limit) {
    Wanted<Recollection> wanted =
        new Wanted<>(
            from ->
                from.deliveries()
                    .list(query.facets(), query::matches, before, limit + 1L)
                    .map(Chapter::recollection)
                    .toList(),
            sleepers -> sleepers.like(query, before),
            query.keyPrefix().isPresent());
    History.Page<Recollection> page = page(wanted, Recollection::number, limit);
    return new History.Page<>(complete(page.items()), page.next());
  }

  History.Page<EventAccount> events(EventQuery query, OptionalLong before, int limit) {
    Wanted<EventAccount> wanted =
        new Wanted<>(
            from ->
                from.events()
                    .list(query.facets(), query::matches, before, limit + 1L)
                    .map(EventFacts::account)
                    .toList(),
            sleepers -> sleepers.like(query, before),
            query.keyPrefix().isPresent());
    return page(wanted, EventAccount::number, limit);
  }

  private <T> History.Page<T> page(Wanted<T> wanted, ToLongFunction<T> number, int limit) {
    List<T> found;
    List<Sleeper> asleep;
    synchronized (lock) {
      found = new ArrayList<>(wanted.awake().apply(stories));
      Stream<Sleeper> like = wanted.like().apply(stories.sleepers());
      asleep = (wanted.byKey() ? like : like.limit(limit + 1L)).toList();
    }
    int fromSleep = 0;
    for (List<Sleeper> some : Portions.of(asleep)) {
      if (fromSleep > limit) {
        break;
      }
      List<T> more = wanted.awake().apply(read(some));
      fromSleep += more.size();
      found.addAll(more);
    }
    found.sort(Comparator.comparingLong(number).reversed());
    return found.size() <= limit
        ? new History.Page<>(found, OptionalLong.empty())
        : new History.Page<>(
            found.subList(0, limit), OptionalLong.of(number.applyAsLong(found.get(limit - 1))));
  }

  long count(DeliveryQuery query) {
    return count(
        new Wanted<>(
            from ->
                List.of(
                    from.deliveries()
                        .count(query.facets(), query::matches, query.isOfFacetsOnly())),
            sleepers -> sleepers.like(query, OptionalLong.empty()),
            query.keyPrefix().isPresent()));
  }

  long count(EventQuery query) {
    return count(
        new Wanted<>(
            from ->
                List.of(
                    from.events().count(query.facets(), query::matches, query.isOfFacetsOnly())),
            sleepers -> sleepers.like(query, OptionalLong.empty()),
            query.keyPrefix().isPresent()));
  }

  private long count(Wanted<Long> wanted) {
    long count;
    List<Sleeper> asleep;
    synchronized (lock) {
      count = wanted.awake().apply(stories).get(0);
      Stream<Sleeper> like = wanted.like().apply(stories.sleepers());
      if (!wanted.byKey()) {
        return count + like.count();
      }
      asleep = like.toList();
    }
    for (List<Sleeper> some : Portions.of(asleep)) {
      count += wanted.awake().apply(read(some)).get(0);
    }
    return count;
  }

  Optional<DeliveryAccount> delivery(String id) {
    Optional<Recollection> found;
    List<Sleeper> asleep;
    synchronized (lock) {
      found = stories.delivery(id).map(Chapter::recollection);
      asleep = found.isPresent() ? List.of() : stories.sleepers().mayBeOf(id);
    }
    return complete(
            found.or(() -> read(asleep).delivery(id).map(Chapter::recollection)).stream().toList())
        .stream()
        .findFirst();
  }

  /** The accounts of these that are there still. */
  private List<DeliveryAccount> complete(List<Recollection> recollections) {
    Collection<Long> missing = new ArrayList<>();
    recollections.forEach(recollection -> recollection.addMissing(missing));
    Map<Long, Entry> read = archive.read(missing);
    return recollections.stream()
        .flatMap(recollection -> recollection.complete(read).stream())
        .toList();
  }

  /** What some that sleep would be if they were awake; without those that have gone meanwhile. */
  private Stories read(List<Sleeper> sleepers) {
    Collection<Long> missing = new ArrayList<>();
    sleepers.forEach(sleeper -> sleeper.entries(missing::add));
    Map<Long, Entry> read = archive.read(missing);
    Stories awake = new Stories();
    for (Sleeper sleeper : sleepers) {
      if (sleeper.isAmong(read.keySet())) {
        awake.tell(sleeper, read);
      }
    }
    return awake;
  }
}
