package io.pushsim.scenario;

import java.util.Optional;

/**
 * A change of one object, of which S3 sends a notification.
 *
 * @param eventName S3's name of it, such as {@code ObjectCreated:Put}
 * @param key as the client gave it, not encoded
 * @param size in bytes; absent where the object is gone
 * @param eTag without quotes; absent where the object is gone
 */
public record ObjectChange(
    String eventName,
    String bucket,
    String key,
    Optional<Long> size,
    Optional<String> eTag,
    Optional<String> versionId) {}
