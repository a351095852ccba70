package io.pushsim.journal;

import java.util.List;
import java.util.Optional;

/**
 * What is still to be done for one accepted event.
 *
 * @param event empty for a direct invocation
 * @param routing whether deliveries are still to come of its bucket's notification configuration:
 *     of those of its targets that {@code told} does not have
 * @param waiting what holds the routing back, where something does
 * @param begun deliveries that have begun and not ended
 * @param asked redeliveries that were asked for and have not begun
 * @param told the Ids of the notification configurations of which deliveries are known
 */
public record Owed(
    Optional<AcceptedEvent> event,
    boolean routing,
    Optional<Waiting> waiting,
    List<Delivery> begun,
    List<Entry.RedeliveryAsked> asked,
    List<String> told) {
  public Owed {
    begun = List.copyOf(begun);
    asked = List.copyOf(asked);
    told = List.copyOf(told);
  }
}
