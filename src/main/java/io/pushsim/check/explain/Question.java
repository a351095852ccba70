package io.pushsim.check.explain;

import io.pushsim.bucket.EventType;
import java.util.Optional;

/**
 * What is asked: what comes of an event.
 *
 * @param key not URL-encoded
 * @param target an ARN, or a short name such as {@code helloworld:PROD}; absent for the targets of
 *     the rules that the event matches
 */
public record Question(String bucket, String key, EventType type, Optional<String> target) {}
