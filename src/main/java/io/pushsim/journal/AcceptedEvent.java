package io.pushsim.journal;

import io.pushsim.bucket.ObjectEvent;
import java.util.Optional;

/**
 * A notification that pushsim took upon itself.
 *
 * @param id pushsim's own
 * @param original the record as its server wrote it, JSON text, where handlers are to get that in
 *     the place of AWS's
 * @param lineage the chain of events that it belongs to
 */
public record AcceptedEvent(
    String id, ObjectEvent event, Optional<String> original, Lineage lineage) {

  /** One that no function has caused. */
  public AcceptedEvent(String id, ObjectEvent event, Optional<String> original) {
    this(id, event, original, Lineage.NONE);
  }
}
