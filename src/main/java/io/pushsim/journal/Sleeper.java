package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * What stays in memory of an event that nobody works on, or of its one delivery that waits: there
 * may be a million of them. All the rest is read again.
 *
 * @param number of the first entry
 * @param deliveryNumber of the entry that told that its delivery began; 0 where none has
 * @param deliveryHash of its delivery's id, by {@link String#hashCode}
 * @param received when the event, or the invocation, was accepted
 * @param due when its delivery is tried again; {@code received} where it was never tried
 * @param further the numbers of the entries about it that came after the first, ascending
 */
record Sleeper(
    long number,
    long deliveryNumber,
    int deliveryHash,
    Instant received,
    Instant due,
    Traits traits,
    long[] further) {

  /**
   * What many have in common.
   *
   * @param bucketName empty for a direct invocation
   * @param delivery empty where none has begun
   */
  record Traits(String bucketName, Optional<OfDelivery> delivery) {}

  /** What many deliveries have in common. */
  record OfDelivery(FunctionArn target, Decision.Kind decision, DeliveryAccount.Outcome outcome) {}

  /** What is left of a story when it sleeps; empty where it has to stay awake. */
  static Optional<Sleeper> of(Story story, Sleepers others) {
    return story.isAtRest()
        ? Optional.of(
            story.chapters().stream()
                .findFirst()
                .map(delivery -> of(story, delivery, others))
                .orElseGet(() -> unmatched(story, others)))
        : Optional.empty();
  }

  private static Sleeper unmatched(Story story, Sleepers others) {
    return new Sleeper(
        story.number(),
        0,
        0,
        story.received(),
        story.received(),
        others.once(new Traits(story.bucketName(), Optional.empty())),
        further(story));
  }

  private static Sleeper of(Story story, Chapter delivery, Sleepers others) {
    OfDelivery known = new OfDelivery(delivery.target(), delivery.decision(), delivery.outcome());
    return new Sleeper(
        story.number(),
        delivery.number(),
        delivery.id().hashCode(),
        story.received(),
        delivery.due(),
        others.once(new Traits(story.bucketName(), Optional.of(known))),
        further(story));
  }

  private static long[] further(Story story) {
    LongStream.Builder all = LongStream.builder();
    story.entries(all);
    story.chapters().forEach(delivery -> delivery.entries(all));
    long[] further = all.build().filter(entry -> entry != story.number()).sorted().toArray();
    return further.length == 0 ? Story.NONE : further;
  }

  /** Whether all entries about it are among these. */
  boolean isAmong(Set<Long> numbers) {
    return numbers.contains(number) && LongStream.of(further).allMatch(numbers::contains);
  }

  /** Hands over the numbers of all entries about it, ascending. */
  void entries(LongConsumer gets) {
    gets.accept(number);
    LongStream.of(further).forEach(gets);
  }

  /** The numbers of the entries about the event itself that came after the first. */
  long[] ofEvent() {
    return LongStream.of(further)
        .filter(entry -> !hasDelivery() || entry < deliveryNumber)
        .toArray();
  }

  /** The numbers of the entries that told what came of the delivery. */
  long[] course() {
    return LongStream.of(further).filter(entry -> entry > deliveryNumber).toArray();
  }

  boolean hasDelivery() {
    return deliveryNumber != 0;
  }

  /** Whether it is an event's, and no direct invocation's. */
  boolean isOfEvent() {
    return deliveryNumber != number;
  }

  /** Of an event: what came of it. */
  EventAccount.Outcome outcome() {
    return hasDelivery() ? EventAccount.Outcome.MATCHED : EventAccount.Outcome.ACCEPTED;
  }
}
