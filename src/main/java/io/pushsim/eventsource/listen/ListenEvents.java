package io.pushsim.eventsource.listen;

import java.util.List;

/**
 * The events that a listen stream is asked for: those of MinIO's of which AWS has one that means
 * the same (MinIO source, internal/event/name.go). Families such as {@code s3:ObjectCreated:*}
 * would bring others. In alphabetical order: the client signs them in the order in which they are
 * given, and a server of another kind than MinIO sorts them to verify that.
 */
final class ListenEvents {
  static final List<String> NAMES =
      List.of(
          "s3:LifecycleDelMarkerExpiration:Delete",
          "s3:ObjectCreated:CompleteMultipartUpload",
          "s3:ObjectCreated:Copy",
          "s3:ObjectCreated:DeleteTagging",
          "s3:ObjectCreated:Post",
          "s3:ObjectCreated:Put",
          "s3:ObjectCreated:PutTagging",
          "s3:ObjectRemoved:Delete",
          "s3:ObjectRemoved:DeleteMarkerCreated",
          "s3:ObjectRestore:Completed",
          "s3:ObjectRestore:Post",
          "s3:ObjectTransition:Complete",
          "s3:Replication:OperationFailedReplication",
          "s3:Replication:OperationMissedThreshold",
          "s3:Replication:OperationNotTracked",
          "s3:Replication:OperationReplicatedAfterThreshold");

  /** Those of releases before RELEASE.2024-05-01 too, which refuse a request with any other. */
  static final List<String> OF_OLD_RELEASES =
      NAMES.stream().filter(name -> !name.startsWith("s3:LifecycleDelMarkerExpiration")).toList();

  private ListenEvents() {}
}
