package io.pushsim.bucket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to an object, whoever told of it, before any configuration is asked. */
public record ObjectEvent(
    EventType type,
    Instant time,
    String bucketName,
    S3Object object,
    Request request,
    Optional<EventData> data) {
  /**
   * Why it can never have happened in a bucket of S3's, so that nobody will ever be told of it: a
   * sentence for people; empty where it can.
   */
  public Optional<String> whyImpossible() {
    if (!BucketName.isValid(bucketName)) {
      return Optional.of("S3 has no bucket of such a name: its naming rules forbid it");
    }
    int length = object.key().getBytes(StandardCharsets.UTF_8).length;
    return length > S3Object.LONGEST_KEY
        ? Optional.of(
            "the key has %d bytes in UTF-8; a key of S3 has %d at the most"
                .formatted(length, S3Object.LONGEST_KEY))
        : Optional.empty();
  }

  /**
   * The request that caused the event.
   *
   * @param principalId who made it; empty text where nobody is named
   * @param sourceIpAddress where it came from; empty text where that is unknown
   * @param requestId S3's {@code x-amz-request-id}
   * @param hostId S3's {@code x-amz-id-2}
   */
  public record Request(
      String principalId,
      String sourceIpAddress,
      Optional<String> requestId,
      Optional<String> hostId) {}

  /**
   * What some events tell besides.
   *
   * @param member its name in the record, such as {@code glacierEventData}
   * @param json its value as JSON text
   */
  public record EventData(String member, String json) {}
}
