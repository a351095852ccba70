package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.Decision;
import java.util.List;
import java.util.Optional;

/**
 * One notification pushed at one target.
 *
 * @param eventId the {@link AcceptedEvent}
 * @param configurationId the Id of the notification configuration that matched
 * @param target as the notification configuration names it
 * @param payload the event as the handler got it, JSON text
 * @param attempts the runs of the handler, in order; none where the push was denied
 */
public record Delivery(
    String id,
    String eventId,
    String configurationId,
    FunctionArn target,
    String payload,
    Decision decision,
    List<Attempt> attempts) {
  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /** The same with these runs of the handler. */
  public Delivery with(List<Attempt> runs) {
    return new Delivery(id, eventId, configurationId, target, payload, decision, runs);
  }

  /** The run that counts: the last. */
  public Optional<Attempt> lastAttempt() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
  }
}
