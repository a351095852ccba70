package io.pushsim.check.setup;

import io.pushsim.bucket.EventType;
import java.util.Optional;

/**
 * A change of an object that an input shows.
 *
 * @param key not URL-encoded
 * @param writer the function whose handler made the change, by name, where the input shows that
 */
public record ObservedEvent(
    String bucket, String key, EventType type, Optional<String> writer, Origin origin) {}
