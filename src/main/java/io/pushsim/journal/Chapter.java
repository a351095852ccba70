package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.Decision;
import io.pushsim.runtime.LogLine;
import java.time.Instant;
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
  private final Optional<String> configurationId;
  private final FunctionArn target;
  private final Decision.Kind decision;
  private long[] course = Story.NONE;
  private DeliveryAccount.Outcome outcome;
  private @Nullable Instant due;
  private @Nullable Instant ended;
  private long size;
  private @Nullable Delivery delivery;
  private int notArchived = 1;

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
    this.configurationId = begun.configurationId();
    this.target = begun.target();
    this.decision = begun.decision().kind();
    this.delivery = begun;
    this.outcome = DeliveryAccount.outcome(begun);
    this.size = story.size() + begun.payload().length();
  }

  /**
   * One that slept, of which the entries that are told from here on are the first to be known.
   *
   * @param sleeper has a delivery
   */
  Chapter(Story story, String id, Sleeper sleeper, Sleeper.OfDelivery slept) {
    this.story = story;
    this.number = sleeper.deliveryNumber();
    this.id = id;
    this.received = sleeper.received();
    this.redeliveryOf = Optional.empty();
    this.configurationId = Optional.empty();
    this.target = slept.target();
    this.decision = slept.decision();
    this.outcome = slept.outcome();
    this.due = sleeper.due();
    this.course = sleeper.course();
    this.size = story.size();
    this.notArchived = 0;
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

  Optional<String> configurationId() {
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

  /** Whether it has neither ended nor waits. */
  boolean isRunning() {
    return outcome == DeliveryAccount.Outcome.RUNNING;
  }

  boolean hasEnded() {
    return ended != null;
  }

  boolean hasEndedBefore(Instant time) {
    return ended != null && ended.isBefore(time);
  }

  /** Hands over the numbers of the journal's entries about it. */
  void entries(LongConsumer gets) {
    gets.accept(number);
    LongStream.of(course).forEach(gets);
  }

  /** About the bytes of what there is to tell of it. */
  long size() {
    return size;
  }

  /** It was denied, and has ended so. */
  void denied(Instant time) {
    ended = time;
  }

  /** It went on. */
  void wentOn(long entry, Entry.OfCourse told) {
    course = Story.and(course, entry);
    notArchived++;
    if (delivery != null) {
      delivery = delivery.after(told);
    }
    if (told instanceof Entry.DeliveryEnded end) {
      ended = end.time();
      outcome = DeliveryAccount.outcome(end.conclusion());
      end.attempts().forEach(attempt -> size += size(attempt));
    } else {
      outcome = DeliveryAccount.Outcome.WAITING;
      if (told instanceof Entry.DeliveryAttempted attempted) {
        due = attempted.due();
        size += size(attempted.attempt());
      } else if (told instanceof Entry.DeliveryHeldBack heldBack) {
        due = heldBack.heldBack().due();
      }
    }
  }

  private static long size(Attempt attempt) {
    long size = attempt.report().result().payload().length();
    for (LogLine line : attempt.report().logs()) {
      size += line.text().length();
    }
    return size;
  }

  /** One more entry about it can be read again from here on. */
  void archived() {
    notArchived--;
    shelve();
  }

  /** What need not be in memory goes. */
  void shelve() {
    if (isArchived() && (!isRunning() || !story.isInHand())) {
      delivery = null;
    }
  }

  /** Whether all entries about it can be read again. */
  boolean isArchived() {
    return notArchived == 0;
  }

  /**
   * Whether it has not ended, all entries about it can be read again, and it is the last of which
   * there are any.
   *
   * @param lastOfEvent the number of the last entry about its event itself
   */
  boolean isAtRest(long lastOfEvent) {
    return !hasEnded() && isArchived() && (lastOfEvent < number || !story.isOfEvent());
  }

  /** When it is tried again; where it was never tried, when its event was accepted. */
  Instant due() {
    return due == null ? received : due;
  }

  /** What there is to tell now. */
  Recollection recollection() {
    return new Recollection(
        number,
        received,
        story.recollection(),
        Optional.ofNullable(delivery),
        LongStream.of(course).boxed().toList(),
        Optional.ofNullable(ended),
        redeliveryOf);
  }
}
