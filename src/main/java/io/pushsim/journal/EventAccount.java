package io.pushsim.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the journal tells of one event that a server told of.
 *
 * @param number its place among all events in the order in which they came; larger is newer
 * @param id empty for one that was not accepted
 * @param eventName as in an event record, {@code ObjectCreated:Put}; for one that was ignored or
 *     rejected, as the server wrote it
 * @param reason why nothing came of it, where nothing did
 * @param duplicateOf the accepted event that it repeats, or, where it was accepted itself, perhaps
 *     repeats; for an injected duplicate the one that it does repeat
 * @param faults what befell it on purpose, in order
 * @param waiting what holds it back, while it does
 * @param deliveryIds the deliveries that came of it so far, in the order in which they began
 */
public record EventAccount(
    long number,
    Optional<String> id,
    Instant received,
    String bucketName,
    String key,
    String eventName,
    Outcome outcome,
    Optional<String> reason,
    Optional<String> duplicateOf,
    List<PushFault> faults,
    Optional<Waiting> waiting,
    List<String> deliveryIds)
    implements EventFacts {

  /** What came of an event. */
  public enum Outcome {
    /** It is not matched yet. */
    ACCEPTED,
    /** Deliveries came of it. */
    MATCHED,
    /** No notification configuration wants it. */
    UNMATCHED,
    /** AWS's S3 would not send it. */
    IGNORED,
    /** It can never be delivered. */
    REJECTED,
    /** It was accepted before. */
    DUPLICATE,
    /** A fault took it away. */
    DROPPED
  }

  public EventAccount {
    faults = List.copyOf(faults);
    deliveryIds = List.copyOf(deliveryIds);
  }

  @Override
  public EventAccount account() {
    return this;
  }

  static EventAccount notAccepted(long number, Entry.NotAccepted entry) {
    return new EventAccount(
        number,
        Optional.empty(),
        entry.time(),
        entry.bucketName(),
        entry.key(),
        entry.eventName(),
        outcome(entry),
        Optional.of(entry.reason()),
        entry instanceof Entry.EventRepeated repeated
            ? Optional.of(repeated.firstId())
            : Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Outcome outcome(Entry.NotAccepted entry) {
    if (entry instanceof Entry.EventRepeated) {
      return Outcome.DUPLICATE;
    }
    return entry instanceof Entry.EventRejected ? Outcome.REJECTED : Outcome.IGNORED;
  }
}
