package io.pushsim.bucket;

import java.util.Optional;

/**
 * The object of an event.
 *
 * @param key the key itself, not URL-encoded
 * @param size in bytes
 * @param eTag without quotes
 * @param versionId empty in a bucket without versions and for the version {@code null}
 */
public record S3Object(
    String key,
    Optional<Long> size,
    Optional<String> eTag,
    Optional<String> versionId,
    Optional<Sequencer> sequencer) {
  /** In bytes of UTF-8 (S3 user guide, object key naming guidelines). */
  public static final int LONGEST_KEY = 1024;

  private static final String ETAG_OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

  /** This object with no more than what S3 tells of it in an event of the given type. */
  S3Object as(EventType type) {
    return switch (type.objectFields()) {
      case ALL -> this;
      case OF_SAME_CONTENT ->
          new S3Object(key, Optional.empty(), eTag, versionId, Optional.empty());
      case OF_NOTHING_LEFT ->
          new S3Object(key, Optional.empty(), Optional.empty(), versionId, sequencer);
      case OF_DELETE_MARKER ->
          new S3Object(key, Optional.empty(), Optional.of(ETAG_OF_NOTHING), versionId, sequencer);
    };
  }
}
