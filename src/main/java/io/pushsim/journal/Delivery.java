package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * One event pushed at one target, or given to a function by a caller who does not wait.
 *
 * @param id the request id of all its attempts, too
 * @param eventId the {@link AcceptedEvent}; of a direct invocation its own id
 * @param configurationId the Id of the notification configuration that matched; empty for a direct
 *     invocation
 * @param target as the notification configuration, or the caller, names it
 * @param payload the event as the handler gets it, JSON text
 * @param pushed when the function's queue took it, or it was denied: its age counts from then
 * @param decision taken when it was pushed, and never again
 * @param lineage the chain of events that it belongs to
 * @param course what has come of it so far; nothing where the push was denied
 */
public record Delivery(
    String id,
    String eventId,
    Optional<String> configurationId,
    FunctionArn target,
    String payload,
    Instant pushed,
    Decision decision,
    Lineage lineage,
    Course course) {

  /** A push of which nothing has come yet. */
  public static Delivery pushed(
      String id,
      String eventId,
      String configurationId,
      FunctionArn target,
      String payload,
      Instant pushed,
      Decision decision,
      Lineage lineage) {
    return new Delivery(
        id,
        eventId,
        Optional.of(configurationId),
        target,
        payload,
        pushed,
        decision,
        lineage,
        Course.NONE);
  }

  /** An invocation by a caller who does not wait. */
  public static Delivery invoked(
      String id,
      FunctionArn target,
      String payload,
      Instant pushed,
      Decision decision,
      Lineage lineage) {
    return new Delivery(
        id, id, Optional.empty(), target, payload, pushed, decision, lineage, Course.NONE);
  }

  /** The same, further on. */
  public Delivery with(Course other) {
    return new Delivery(
        id, eventId, configurationId, target, payload, pushed, decision, lineage, other);
  }

  /** The same after what an entry tells of it. */
  public Delivery after(Entry.OfCourse entry) {
    return with(entry.after(course));
  }

  /** The run that counts: the last. */
  public Optional<Attempt> lastAttempt() {
    return course.lastAttempt();
  }
}
