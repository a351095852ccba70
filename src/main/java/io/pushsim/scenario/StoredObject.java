package io.pushsim.scenario;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An object in a bucket of a story.
 *
 * @param size in bytes
 * @param eTag without quotes
 * @param content absent where the story tells its size alone
 * @param headers what whoever put it said of it, by the names of headers in lower case: {@code
 *     content-type}, {@code x-amz-meta-color}
 * @param lastModified when it was put there
 */
public record StoredObject(
    long size,
    String eTag,
    Optional<ObjectContent> content,
    Map<String, String> headers,
    Instant lastModified) {
  public StoredObject {
    headers = Map.copyOf(headers);
  }

  /** One of these bytes. */
  public static StoredObject of(byte[] bytes, Map<String, String> headers, Instant time) {
    return new StoredObject(
        bytes.length,
        ObjectTag.of(bytes),
        Optional.of(() -> new ByteArrayInputStream(bytes)),
        headers,
        time);
  }

  /** A copy of it, which keeps what was said of it. */
  public StoredObject copy(Instant time) {
    return new StoredObject(size, ObjectTag.ofCopy(eTag), content, headers, time);
  }
}
