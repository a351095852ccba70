package io.pushsim.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the journal tells of one event that a server told of.
 *
 * @param number its place among all events in the order in which they came; larger is newer
 * @param id empty for one that was ignored
 * @param eventName as in an event record, {@code ObjectCreated:Put}; for one that was ignored, as
 *     the server wrote it
 * @param reason why nothing came of it, where nothing did
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
    List<String> deliveryIds) {

  /** What came of an event. */
  public enum Outcome {
    /** It is not matched yet. */
    ACCEPTED,
    /** Deliveries came of it. */
    MATCHED,
    /** No notification configuration wants it. */
    UNMATCHED,
    /** AWS's S3 would not send it. */
    IGNORED
  }

  public EventAccount {
    deliveryIds = List.copyOf(deliveryIds);
  }

  static EventAccount ignored(long number, Entry.EventIgnored entry) {
    return new EventAccount(
        number,
        Optional.empty(),
        entry.time(),
        entry.bucketName(),
        entry.key(),
        entry.eventName(),
        Outcome.IGNORED,
        Optional.of(entry.reason()),
        List.of());
  }
}
