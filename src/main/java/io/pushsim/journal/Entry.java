package io.pushsim.journal;

import io.pushsim.arn.Scope;
import io.pushsim.queue.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One entry of the journal. */
public sealed interface Entry {
  /** The form of entries that this version writes. */
  int SCHEMA_VERSION = 2;

  Instant time();

  /** Whether nothing comes of it before it is durable, so that it can be refused. */
  default boolean isPromise() {
    return this instanceof EventAccepted
        || this instanceof InvocationAccepted
        || this instanceof NotAccepted
        || this instanceof RedeliveryAsked;
  }

  /**
   * Whether entries that are appended together can be refused, and come to nothing then: the first
   * is a promise, or all of them tell of messages, of which nothing has happened yet. What is
   * promised because of something that has happened comes after that, and is written with it.
   */
  static boolean arePromise(List<Entry> entries) {
    return !entries.isEmpty()
        && (entries.get(0).isPromise() || entries.stream().allMatch(OfMessage.class::isInstance));
  }

  /**
   * Makes sure that entries can be appended together.
   *
   * @throws IllegalArgumentException where an entry about the state comes with a promise: it holds
   *     at once, and could not be taken back with the others
   */
  static void checkTogether(List<Entry> entries) {
    if (entries.stream().anyMatch(Entry::isPromise)
        && entries.stream().anyMatch(OfState.class::isInstance)) {
      throw new IllegalArgumentException("an entry about the state comes with a promise");
    }
  }

  /** An entry about the state. */
  sealed interface OfState extends Entry {
    /** What became true, in order. */
    List<Outcome> outcomes();
  }

  /**
   * An operation was carried out.
   *
   * @param operation its AWS name
   * @param request its parameters as JSON text, kept so that a session can be told again; a package
   *     that came with it is named by its CodeSha256 and lies in the {@link CodeStore}
   * @param outcomes what became true, in order
   */
  record OperationDone(
      Instant time, Scope caller, String operation, String request, List<Outcome> outcomes)
      implements OfState {
    public OperationDone {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * The whole state, in the place of all entries about it before.
   *
   * @param outcomes fold to it
   */
  record Snapshot(Instant time, List<Outcome> outcomes) implements OfState {
    public Snapshot {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** An entry about a message of a queue, a topic or an event bus. */
  sealed interface OfMessage extends Entry {
    /** Of the queue, the topic or the event bus. */
    String queueArn();

    String messageId();
  }

  /** A message was sent. */
  record MessageSent(Instant time, String queueArn, Message message) implements OfMessage {
    @Override
    public String messageId() {
      return message.id();
    }
  }

  /**
   * A message is no longer in its queue. With a queue that is purged or deleted go its messages
   * without a word of their own.
   */
  record MessageGone(Instant time, String queueArn, String messageId, Why why)
      implements OfMessage {
    /** Why it is not. */
    public enum Why {
      DELETED,
      /** To a dead-letter queue, or from one: another entry tells where it is now. */
      MOVED,
      /** It was older than its queue keeps messages. */
      EXPIRED,
      /** It came to a queue that was being deleted. */
      QUEUE_DELETED
    }
  }

  /** An entry about an event that was accepted. */
  sealed interface OfEvent extends Entry {
    String eventId();
  }

  /**
   * A notification was accepted: from here on it must not get lost.
   *
   * @param possibleDuplicateOf the id of an accepted event that said the same, where nothing shows
   *     whether both tell of one request
   * @param injectedDuplicateOf the id of the accepted event that {@link PushFault#DUPLICATE}
   *     repeats by this one
   */
  record EventAccepted(
      Instant time,
      AcceptedEvent event,
      Optional<String> possibleDuplicateOf,
      Optional<String> injectedDuplicateOf)
      implements OfEvent {
    /** One that was told by a server. */
    public EventAccepted(Instant time, AcceptedEvent event, Optional<String> possibleDuplicateOf) {
      this(time, event, possibleDuplicateOf, Optional.empty());
    }

    /** One that repeats no other. */
    public EventAccepted(Instant time, AcceptedEvent event) {
      this(time, event, Optional.empty());
    }

    @Override
    public String eventId() {
      return event.id();
    }
  }

  /**
   * A notification was matched against its bucket's configuration; once more where not all that was
   * to come of it is known to have begun before pushsim ended.
   *
   * @param deliveries how many deliveries come of it, those that have begun before included
   * @param unmatched why none does, where none does
   */
  record EventRouted(Instant time, String eventId, int deliveries, Optional<String> unmatched)
      implements OfEvent {}

  /**
   * A fault holds an accepted event back.
   *
   * @param until when it goes on at the latest
   * @param fault DELAY or REORDER
   */
  record EventDelayed(Instant time, String eventId, Instant until, PushFault fault)
      implements OfEvent {}

  /**
   * A fault took an accepted event away: nothing comes of it.
   *
   * @param fault DROP
   */
  record EventDropped(Instant time, String eventId, PushFault fault) implements OfEvent {}

  /** A record of a message was taken from its server, but not accepted: nothing comes of it. */
  sealed interface NotAccepted extends Entry {
    String bucketName();

    /** The object's key, not URL-encoded where it could be read. */
    String key();

    String eventName();

    /** Why nothing comes of it: a sentence for people. */
    String reason();
  }

  /** A server told of an event that AWS's S3 would not send. */
  record EventIgnored(Instant time, String bucketName, String key, String eventName, String reason)
      implements NotAccepted {}

  /**
   * A server told of what can never be delivered. Texts that could not be read are empty, or
   * shortened.
   */
  record EventRejected(Instant time, String bucketName, String key, String eventName, String reason)
      implements NotAccepted {}

  /**
   * A server told once more of an event that was accepted.
   *
   * @param firstId the accepted event
   */
  record EventRepeated(
      Instant time, String bucketName, String key, String eventName, String firstId)
      implements NotAccepted {
    @Override
    public String reason() {
      return "the event '%s' came of the same request".formatted(firstId);
    }
  }

  /**
   * Somebody asked to push an event at a target once more: one more delivery is owed.
   *
   * @param deliveryId the new delivery's
   * @param redeliveryOf the delivery that it repeats
   */
  record RedeliveryAsked(Instant time, String eventId, String deliveryId, String redeliveryOf)
      implements OfEvent {}

  /** A delivery was denied: nothing more comes of it. */
  record DeliveryDenied(Instant time, Delivery delivery) implements OfEvent {
    @Override
    public String eventId() {
      return delivery.eventId();
    }
  }

  /**
   * A delivery was let pass and is in the queue of its function.
   *
   * @param delivery of which nothing has come yet
   */
  record DeliveryBegun(Instant time, Delivery delivery) implements OfEvent {
    @Override
    public String eventId() {
      return delivery.eventId();
    }
  }

  /**
   * A function was invoked by a caller who does not wait: from here on that must not get lost.
   *
   * @param delivery of which nothing has come yet
   */
  record InvocationAccepted(Instant time, Delivery delivery) implements OfEvent {
    @Override
    public String eventId() {
      return delivery.eventId();
    }
  }

  /** An entry about what has come of a delivery. */
  sealed interface OfCourse extends OfEvent {
    String deliveryId();

    /** The course that this entry makes of the one before. */
    Course after(Course before);
  }

  /**
   * A handler failed, and is to be run again.
   *
   * @param due when
   */
  record DeliveryAttempted(
      Instant time, String eventId, String deliveryId, Attempt attempt, Instant due)
      implements OfCourse {
    @Override
    public Course after(Course before) {
      return before.attempted(attempt, due);
    }
  }

  /** A delivery's function could not be run; it is tried again later. */
  record DeliveryHeldBack(String eventId, String deliveryId, HeldBack heldBack)
      implements OfCourse {
    @Override
    public Instant time() {
      return heldBack.time();
    }

    @Override
    public Course after(Course before) {
      return before.heldBack(heldBack);
    }
  }

  /**
   * A delivery that had begun came to its end.
   *
   * @param attempts the runs of the handler that no entry has told of before: the last, or none
   *     where it did not come to one
   * @param sendings where that was told
   */
  record DeliveryEnded(
      Instant time,
      String eventId,
      String deliveryId,
      List<Attempt> attempts,
      Conclusion conclusion,
      List<Sending> sendings)
      implements OfCourse {
    public DeliveryEnded {
      attempts = List.copyOf(attempts);
      sendings = List.copyOf(sendings);
    }

    @Override
    public Course after(Course before) {
      return before.ended(attempts, conclusion, sendings);
    }
  }
}
