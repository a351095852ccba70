package io.pushsim.journal;

import io.pushsim.bucket.ObjectEvent;
import java.util.Optional;

/**
 * A notification that pushsim took upon itself.
 *
 * @param id pushsim's own
 * @param original the record as its server wrote it, JSON text, where handlers are to get that in
 *     the place of AWS's
 */
public record AcceptedEvent(String id, ObjectEvent event, Optional<String> original) {}
