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
 */
final class Sleeper {
  private static final long NO_DELIVERY = 0;

  private final long number;
  private final long deliveryNumber;
  private final int deliveryHash;
  private final Instant received;
  private final Instant due;
  private final Traits traits;
  private final long[] further;

  /**
   * @param delivery the story's only one; empty where none has begun
   * @param others those that sleep already
   */
  private Sleeper(Story story, Optional<Chapter> delivery, Sleepers others) {
    number = story.number();
    deliveryNumber = delivery.map(Chapter::number).orElse(NO_DELIVERY);
    deliveryHash = delivery.map(Chapter::id).map(String::hashCode).orElse(0);
    received = story.received();
    due = delivery.map(Chapter::due).orElse(received);
    traits = others.once(new Traits(story.bucketName(), delivery.map(OfDelivery::of)));
    further = further(story);
  }

  /**
   * What many have in common.
   *
   * @param bucketName empty for a direct invocation
   * @param delivery empty where none has begun
   */
  record Traits(String bucketName, Optional<OfDelivery> delivery) {}

  /** What many deliveries have in common. */
  record OfDelivery(FunctionArn target, Decision.Kind decision, DeliveryAccount.Outcome outcome) {
    private static OfDelivery of(Chapter delivery) {
      return new OfDelivery(delivery.target(), delivery.decision(), delivery.outcome());
    }
  }

  /** What is left of a story when it sleeps; empty where it has to stay awake. */
  static Optional<Sleeper> of(Story story, Sleepers others) {
    return story.isAtRest()
        ? Optional.of(new Sleeper(story, story.chapters().stream().findFirst(), others))
        : Optional.empty();
  }

  /** The number of the first entry. */
  long number() {
    return number;
  }

  /** The number of the entry that told that its delivery began; 0 where none has. */
  long deliveryNumber() {
    return deliveryNumber;
  }

  /** Of its delivery's id, by {@link String#hashCode}. */
  int deliveryHash() {
    return deliveryHash;
  }

  /** When the event, or the invocation, was accepted. */
  Instant received() {
    return received;
  }

  /** When its delivery is tried again; {@link #received} where it was never tried. */
  Instant due() {
    return due;
  }

  Traits traits() {
    return traits;
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
    return deliveryNumber != NO_DELIVERY;
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
