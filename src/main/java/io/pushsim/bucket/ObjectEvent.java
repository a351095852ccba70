package io.pushsim.bucket;

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
