package io.pushsim.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The messages of one queue, topic or event bus. Not safe for several threads. */
final class Mailbox {
  private final Map<String, Kept> all = new LinkedHashMap<>();
  private final NavigableSet<Kept> visible = new TreeSet<>(Kept.BY_NUMBER);
  private final NavigableSet<Kept> hidden = new TreeSet<>(Kept.BY_VISIBILITY);
  private int received;
  private long bytes;
  // No message was sent before.
  private Instant oldest = Instant.MAX;

  boolean isEmpty() {
    return all.isEmpty();
  }

  int size() {
    return all.size();
  }

  Optional<Kept> find(String messageId) {
    return Optional.ofNullable(all.get(messageId));
  }

  /** A message of the same id gives way. */
  Optional<Kept> add(Kept kept) {
    Optional<Kept> former = remove(kept.id);
    all.put(kept.id, kept);
    bytes += kept.size;
    putIn(kept, kept.sent);
    if (kept.sent.isBefore(oldest)) {
      oldest = kept.sent;
    }
    return former;
  }

  private void putIn(Kept kept, Instant now) {
    if (kept.hiddenUntil.isAfter(now)) {
      hidden.add(kept);
      received += kept.wasReceived() ? 1 : 0;
    } else {
      visible.add(kept);
    }
  }

  private void takeOut(Kept kept) {
    if (hidden.remove(kept)) {
      received -= kept.wasReceived() ? 1 : 0;
    } else {
      visible.remove(kept);
    }
  }

  Optional<Kept> remove(String messageId) {
    Kept kept = all.remove(messageId);
    if (kept != null) {
      takeOut(kept);
      bytes -= kept.size;
    }
    return Optional.ofNullable(kept);
  }

  /** What was hidden until now or before is visible. */
  private void showDue(Instant now) {
    while (!hidden.isEmpty() && !hidden.first().hiddenUntil.isAfter(now)) {
      Kept due = hidden.first();
      takeOut(due);
      visible.add(due);
    }
  }

  List<Claim> claim(
      Instant now,
      Instant expiry,
      int most,
      Duration visibilityTimeout,
      Supplier<String> receipts) {
    showDue(now);
    List<Kept> taken =
        visible.stream().filter(kept -> kept.sent.isAfter(expiry)).limit(most).toList();
    List<Claim> claims = new ArrayList<>(taken.size());
    for (Kept kept : taken) {
      kept.receive(now, receipts.get());
      hide(kept, now, visibilityTimeout);
      claims.add(kept.claim());
    }
    return claims;
  }

  /** Hides a message from now on, for no time at all where the duration is zero. */
  void hide(Kept kept, Instant now, Duration duration) {
    takeOut(kept);
    kept.hiddenUntil = now.plus(duration);
    putIn(kept, now);
  }

  boolean hasVisible(Instant now, Instant expiry) {
    showDue(now);
    return visible.stream().anyMatch(kept -> kept.sent.isAfter(expiry));
  }

  MessageCounts counts(Instant now) {
    showDue(now);
    return new MessageCounts(visible.size(), received, hidden.size() - received);
  }

  /** When the next hidden message becomes visible. */
  Optional<Instant> nextVisible() {
    return hidden.isEmpty() ? Optional.empty() : Optional.of(hidden.first().hiddenUntil);
  }

  /** The messages that were sent at this time or before. */
  List<String> sentUntil(Instant expiry) {
    if (oldest.isAfter(expiry)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    oldest = Instant.MAX;
    for (Kept kept : all.values()) {
      if (!kept.sent.isAfter(expiry)) {
        found.add(kept.id);
      }
      if (kept.sent.isBefore(oldest)) {
        oldest = kept.sent;
      }
    }
    return found;
  }

  /** The numbers of all entries about messages. */
  List<Long> numbers() {
    return all.values().stream().map(kept -> kept.number).toList();
  }

  /** Those with smaller numbers, the newest first. */
  List<Claim> before(long number, int most) {
    Stream<Kept> ofHidden = hidden.stream().filter(kept -> kept.number < number);
    Stream<Kept> ofVisible =
        visible.descendingSet().stream().dropWhile(kept -> kept.number >= number).limit(most);
    return Stream.concat(ofHidden, ofVisible)
        .sorted(Kept.BY_NUMBER.reversed())
        .limit(most)
        .map(Kept::claim)
        .toList();
  }

  /**
   * Lets the oldest go that can be received.
   *
   * @return the numbers of the entries about them
   */
  List<Long> trim(Instant before, int keep, long mostBytes) {
    List<Long> gone = new ArrayList<>(0);
    while (!visible.isEmpty()) {
      Kept kept = visible.first();
      boolean tooMuch = all.size() > keep || (bytes > mostBytes && all.size() > 1);
      if (!tooMuch && !kept.sent.isBefore(before)) {
        break;
      }
      remove(kept.id);
      gone.add(kept.number);
    }
    return gone;
  }
}
