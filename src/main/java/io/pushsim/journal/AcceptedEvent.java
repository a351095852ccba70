package io.pushsim.journal;

import io.pushsim.bucket.ObjectEvent;

/**
 * A notification that pushsim took upon itself.
 *
 * @param id pushsim's own
 */
public record AcceptedEvent(String id, ObjectEvent event) {}
