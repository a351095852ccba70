package io.pushsim.eventsource;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.Entry;
import io.pushsim.time.TimeScale;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The events of late, by which a server is known to say a thing twice: MinIO does where it did not
 * hear the answer to the first (MinIO source, internal/store). Any thread may ask.
 */
public final class DuplicateWindow {
  private final Duration length;
  private final int most;
  // In the order in which they came in: oldest first.
  private final Map<Fingerprint, Known> known = new LinkedHashMap<>();
  private int era;

  /**
   * @param length how long an event is remembered
   * @param most how many are at the most; the oldest go first
   */
  public DuplicateWindow(Duration length, int most) {
    this.length = length;
    this.most = most;
  }

  /** Of ten minutes, and 100,000 events. */
  public static DuplicateWindow usual() {
    return usual(TimeScale.REAL);
  }

  /** Of ten of the machine's minutes, by which servers repeat themselves, and 100,000 events. */
  public static DuplicateWindow usual(TimeScale scale) {
    return new DuplicateWindow(scale.simulated(Duration.ofMinutes(10)), 100_000);
  }

  /** One that remembers nothing: every event is the first of its kind. */
  public static DuplicateWindow none() {
    return new DuplicateWindow(Duration.ZERO, 0);
  }

  /**
   * An accepted event that others may repeat.
   *
   * @param durable completes once it cannot get lost; before that, no server may be told so of a
   *     duplicate either
   */
  record First(String eventId, CompletionStage<Void> durable) {}

  private record Known(String eventId, CompletionStage<Void> durable, Instant time) {
    Known(First first, Instant time) {
      this(first.eventId(), first.durable(), time);
    }

    First first() {
      return new First(eventId, durable);
    }
  }

  /**
   * Asks whether an event was here before, and remembers it. One without a request id counts anew
   * from its last repetition, for that is accepted too.
   *
   * @param itself what others are to be told if it is the first
   * @param era the world's number: another one knows nothing of what was here before
   * @return the first, or empty where this is it
   */
  synchronized Optional<First> enter(ObjectEvent event, First itself, int era, Instant now) {
    if (most == 0 || era < this.era) {
      return Optional.empty();
    }
    if (era > this.era) {
      known.clear();
      this.era = era;
    }
    letOldOnesGo(now);
    Fingerprint fingerprint = Fingerprint.of(event);
    Known before = known.get(fingerprint);
    if (before == null) {
      remember(fingerprint, new Known(itself, now));
      return Optional.empty();
    }
    if (event.request().requestId().isEmpty()) {
      known.remove(fingerprint);
      remember(fingerprint, new Known(before.first(), now));
    }
    return Optional.of(before.first());
  }

  /** Events that came before this time are not remembered. */
  Instant start(Instant now) {
    return now.minus(length);
  }

  /** How many events are remembered at the most. */
  int most() {
    return most;
  }

  /** Remembers an event that was accepted, and is durable, before pushsim was started. */
  synchronized void restore(Entry.EventAccepted accepted, int now) {
    if (most > 0) {
      era = now;
      Fingerprint fingerprint = Fingerprint.of(accepted.event().event());
      First first =
          new First(
              accepted
                  .possibleDuplicateOf()
                  .or(accepted::injectedDuplicateOf)
                  .orElse(accepted.eventId()),
              CompletableFuture.completedFuture(null));
      known.remove(fingerprint);
      remember(fingerprint, new Known(first, accepted.time()));
    }
  }

  private void remember(Fingerprint fingerprint, Known event) {
    known.put(fingerprint, event);
    if (known.size() > most) {
      Iterator<Fingerprint> oldestFirst = known.keySet().iterator();
      oldestFirst.next();
      oldestFirst.remove();
    }
  }

  private void letOldOnesGo(Instant now) {
    Instant start = start(now);
    Iterator<Known> oldestFirst = known.values().iterator();
    while (oldestFirst.hasNext() && !oldestFirst.next().time().isAfter(start)) {
      oldestFirst.remove();
    }
  }

  /** Takes back that an event was here: it could not be accepted, so it is to be sent again. */
  synchronized void forget(ObjectEvent event, First itself) {
    known.computeIfPresent(
        Fingerprint.of(event),
        (fingerprint, remembered) -> remembered.first().equals(itself) ? null : remembered);
  }
}
