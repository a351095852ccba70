package io.pushsim.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message in a mailbox: what it is found by, and all of it until it can be read again. */
final class Kept {
  /** In the order in which they were sent. */
  static final Comparator<Kept> BY_NUMBER = Comparator.comparingLong(kept -> kept.number);

  /** In the order in which they become visible. */
  static final Comparator<Kept> BY_VISIBILITY =
      Comparator.<Kept, Instant>comparing(kept -> kept.hiddenUntil).thenComparing(BY_NUMBER);

  final String id;
  final long number;
  final Instant sent;
  final int size;
  private @Nullable Message message;
  private @Nullable Instant firstReceived;
  private @Nullable Instant lastReceived;
  private @Nullable String receipt;
  private int receives;

  /** Must not change while it is in an order of visibility. */
  Instant hiddenUntil;

  Kept(long number, Message message) {
    this.number = number;
    this.message = message;
    id = message.id();
    sent = message.sent();
    size = message.body().length();
    hiddenUntil = message.visible();
  }

  boolean wasReceived() {
    return receives > 0;
  }

  /** Whether it is hidden, or will be again, in the eyes of who was given this receipt. */
  boolean isReceivedBy(String otherReceipt) {
    return receipt == null || receipt.equals(otherReceipt);
  }

  Optional<Instant> lastReceived() {
    return Optional.ofNullable(lastReceived);
  }

  void receive(Instant now, String newReceipt) {
    receives++;
    receipt = newReceipt;
    lastReceived = now;
    if (firstReceived == null) {
      firstReceived = now;
    }
  }

  void shelve() {
    message = null;
  }

  Claim claim() {
    return new Claim(
        id,
        number,
        Optional.ofNullable(message),
        receives,
        Optional.ofNullable(firstReceived),
        receipt == null ? "" : receipt);
  }
}
