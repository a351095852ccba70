package io.pushsim.eventsource;

import static java.util.Map.entry;

import io.pushsim.bucket.EventType;
import java.util.Map;
import java.util.Optional;

/**
 * The events that MinIO names and AWS does not, or not so; RustFS took the names over (MinIO
 * source, internal/event/name.go; RustFS source, crates/s3-types).
 */
final class MinioNames {
  private static final String LIFECYCLE_AGENT = "Internal: [ILM-Expiry]";

  /** MinIO's names for what AWS sends under another name. */
  private static final Map<String, EventType> RENAMED =
      Map.of(
          "s3:ObjectCreated:PutTagging", EventType.OBJECT_TAGGING_PUT,
          "s3:ObjectCreated:DeleteTagging", EventType.OBJECT_TAGGING_DELETE,
          "s3:ObjectTransition:Complete", EventType.LIFECYCLE_TRANSITION,
          "s3:LifecycleDelMarkerExpiration:Delete", EventType.LIFECYCLE_EXPIRATION_DELETE);

  /** AWS's lifecycle deletions are events of their own, never {@code ObjectRemoved}. */
  private static final Map<EventType, EventType> BY_LIFECYCLE =
      Map.of(
          EventType.OBJECT_REMOVED_DELETE,
          EventType.LIFECYCLE_EXPIRATION_DELETE,
          EventType.OBJECT_REMOVED_DELETE_MARKER_CREATED,
          EventType.LIFECYCLE_EXPIRATION_DELETE_MARKER_CREATED);

  /** Why AWS sends nothing, by the beginning of the name. */
  private static final Map<String, String> NOT_SENT =
      Map.ofEntries(
          entry("s3:ObjectAccessed:", "AWS S3 sends no notification when an object is read"),
          entry("s3:ObjectRemoved:NoOP", "nothing was removed: the object was not there"),
          entry(
              "s3:ObjectRemoved:DeleteAllVersions",
              "AWS S3 has no request that deletes all versions at once"),
          entry(
              "s3:ObjectRemoved:AbortMultipartUpload",
              "AWS S3 sends no notification when a multipart upload is given up"),
          entry(
              "s3:ObjectCreated:CreateMultipartUpload",
              "AWS S3 sends no notification before a multipart upload is complete"),
          entry(
              "s3:ObjectCreated:PutRetention",
              "AWS S3 sends no notification when an object's retention changes"),
          entry(
              "s3:ObjectCreated:PutLegalHold",
              "AWS S3 sends no notification when an object's legal hold changes"),
          entry(
              "s3:Replication:OperationCompletedReplication",
              "AWS S3 sends no notification of a replication that went well and in time"),
          entry(
              "s3:ObjectTransition:Failed",
              "AWS S3 sends no notification of a transition that failed"),
          entry("s3:Scanner:", "AWS S3 has no scanner that would tell of this"),
          entry("s3:BucketCreated:", "AWS S3 sends no notification when a bucket is created"),
          entry("s3:BucketRemoved:", "AWS S3 sends no notification when a bucket is removed"));

  private MinioNames() {}

  /** The event that AWS has for the name, or empty where it has none. */
  static Optional<EventType> awsType(String eventName) {
    return Optional.ofNullable(RENAMED.get(eventName)).or(() -> EventType.parse(eventName));
  }

  /** The event that AWS would have sent, or empty where it would have sent none. */
  static Optional<EventType> awsType(NotificationRecord record, String eventName) {
    Optional<EventType> type = awsType(eventName);
    boolean byLifecycle =
        record.text("source.userAgent").filter(LIFECYCLE_AGENT::equals).isPresent();
    return byLifecycle ? type.map(sent -> BY_LIFECYCLE.getOrDefault(sent, sent)) : type;
  }

  /** Why AWS would have sent nothing, where that is known. */
  static Optional<String> whyNotSent(String eventName) {
    return NOT_SENT.entrySet().stream()
        .filter(entry -> eventName.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
