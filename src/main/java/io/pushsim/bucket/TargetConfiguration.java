package io.pushsim.bucket;

import io.pushsim.bucket.EventSelection.SharedEvent;
import java.util.Optional;

/**
 * One entry of a notification configuration: which events, on which keys, go to which target.
 *
 * @param target the target's ARN, exactly as written: what a policy is asked about
 */
public record TargetConfiguration(
    String id, TargetKind kind, String target, EventSelection events, KeyFilter filter) {

  /**
   * Whether the target is to be notified of such an event.
   *
   * @param key the object's key itself, not URL-encoded
   */
  public boolean matches(EventType type, String key) {
    return events.selects(type) && filter.matches(key);
  }

  /** The first two event names by which one event could match both configurations. */
  Optional<SharedEvent> overlapWith(TargetConfiguration other) {
    return filter.overlaps(other.filter) ? events.sharedWith(other.events) : Optional.empty();
  }
}
