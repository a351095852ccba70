package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.Decision;
import io.pushsim.runtime.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What the entries about one delivery have told: what it is found by, and all the rest until that
 * can be read again. Not safe for several threads.
 */
final class Chapter implements FacetIndex.Numbered {
  private final Story story;
  private final long number;
  private final String id;
  private final Instant received;
  private final Optional<String> redeliveryOf;
  private long telling;
  private long ending;
  private long[] moreEntries = Story.NONE;
  private String configurationId;
  private FunctionArn target;
  private Decision.Kind decision;
  private DeliveryAccount.Outcome outcome;
  private @Nullable Instant ended;
  private long size;
  private @Nullable Delivery delivery;

  /**
   * A delivery that begins.
   *
   * @param number of the entry that tells so
   * @param received when its event was accepted, or when a redelivery was asked for
   */
  Chapter(
      Story story, long number, Delivery begun, Instant received, Optional<String> redeliveryOf) {
    this.story = story;
    this.number = number;
    this.id = begun.id();
    this.received = received;
    this.redeliveryOf = redeliveryOf;
    this.telling = number;
    this.configurationId = begun.configurationId();
    this.target = begun.target();
    this.decision = begun.decision().kind();
    this.delivery = begun;
    this.outcome = outcomeNow(begun);
  }

  Story story() {
    return story;
  }

  @Override
  public long number() {
    return number;
  }

  String id() {
    return id;
  }

  Instant received() {
    return received;
  }

  String configurationId() {
    return configurationId;
  }

  FunctionArn target() {
    return target;
  }

  Decision.Kind decision() {
    return decision;
  }

  DeliveryAccount.Outcome outcome() {
    return outcome;
  }

  boolean hasEnded() {
    return ended != null;
  }

  boolean hasEndedBefore(Instant time) {
    return ended != null && ended.isBefore(time);
  }

  /** Hands over the numbers of the journal's entries about it. */
  void entries(LongConsumer gets) {
    gets.accept(telling);
    if (ending != 0) {
      gets.accept(ending);
    }
    LongStream.of(moreEntries).forEach(gets);
  }

  /** About the bytes of what there is to tell of it, once it has ended. */
  long size() {
    return size;
  }

  /** It began once more, and may have been decided otherwise; once it has ended, in vain. */
  void begunAgain(long entry, Delivery again) {
    moreEntries = Story.and(moreEntries, ended == null ? telling : entry);
    if (ended == null) {
      telling = entry;
      configurationId = again.configurationId();
      target = again.target();
      decision = again.decision().kind();
      delivery = again;
      outcome = outcomeNow(again);
    }
  }

  /** It ended by the entry that told of it last: it was denied. */
  void end(Instant time) {
    end(time, List.of());
  }

  /** It ended with these runs of the handler. */
  void end(long entry, Instant time, List<Attempt> attempts) {
    ending = entry;
    end(time, attempts);
  }

  private void end(Instant time, List<Attempt> attempts) {
    if (delivery == null) {
      throw new IllegalStateException("the delivery " + id + " has ended before");
    }
    delivery = delivery.with(attempts);
    ended = time;
    outcome = outcomeNow(delivery);
    size = story.size() + size(delivery);
  }

  private DeliveryAccount.Outcome outcomeNow(Delivery now) {
    return DeliveryAccount.outcome(now, ended != null);
  }

  private static long size(Delivery delivery) {
    long size = delivery.payload().length();
    for (Attempt attempt : delivery.attempts()) {
      size += attempt.report().result().payload().length();
      for (LogLine line : attempt.report().logs()) {
        size += line.text().length();
      }
    }
    return size;
  }

  /** All entries about it can be read again from here on. */
  void shelve() {
    if (ended != null) {
      delivery = null;
    }
  }

  /** The delivery that is under way; empty once it has ended. */
  Optional<Delivery> underWay() {
    return ended == null ? Optional.ofNullable(delivery) : Optional.empty();
  }

  /** What there is to tell now. */
  Recollection recollection() {
    return new Recollection(
        number,
        received,
        story.recollection(),
        Optional.ofNullable(delivery),
        telling,
        ending,
        Optional.ofNullable(ended),
        redeliveryOf);
  }
}
