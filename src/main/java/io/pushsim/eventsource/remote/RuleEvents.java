package io.pushsim.eventsource.remote;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.NotificationConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a MinIO server must be told to tell of, so that pushsim hears of all events that a
 * notification configuration wants. MinIO names events otherwise, and its families are wider: those
 * of AWS's that it has no name for are in another family (MinIO source, internal/event/name.go).
 */
final class RuleEvents {
  private static final String CREATED = "s3:ObjectCreated:*";
  private static final String REMOVED = "s3:ObjectRemoved:*";
  private static final String RESTORE = "s3:ObjectRestore:*";
  private static final String REPLICATION = "s3:Replication:*";
  private static final String TRANSITION = "s3:ObjectTransition:*";
  private static final String MARKER_EXPIRY = "s3:LifecycleDelMarkerExpiration:Delete";

  /** Where MinIO tells of an event of AWS's; of the others it knows nothing. */
  private static final Map<EventType, Set<String>> NAMES =
      Map.ofEntries(
          Map.entry(EventType.OBJECT_CREATED_PUT, Set.of(CREATED)),
          Map.entry(EventType.OBJECT_CREATED_POST, Set.of(CREATED)),
          Map.entry(EventType.OBJECT_CREATED_COPY, Set.of(CREATED)),
          Map.entry(EventType.OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD, Set.of(CREATED)),
          Map.entry(EventType.OBJECT_TAGGING_PUT, Set.of(CREATED)),
          Map.entry(EventType.OBJECT_TAGGING_DELETE, Set.of(CREATED)),
          Map.entry(EventType.OBJECT_REMOVED_DELETE, Set.of(REMOVED)),
          Map.entry(EventType.OBJECT_REMOVED_DELETE_MARKER_CREATED, Set.of(REMOVED)),
          Map.entry(EventType.LIFECYCLE_EXPIRATION_DELETE, Set.of(REMOVED, MARKER_EXPIRY)),
          Map.entry(EventType.LIFECYCLE_EXPIRATION_DELETE_MARKER_CREATED, Set.of(REMOVED)),
          Map.entry(EventType.LIFECYCLE_TRANSITION, Set.of(TRANSITION)),
          Map.entry(EventType.OBJECT_RESTORE_POST, Set.of(RESTORE)),
          Map.entry(EventType.OBJECT_RESTORE_COMPLETED, Set.of(RESTORE)),
          Map.entry(EventType.REPLICATION_OPERATION_FAILED, Set.of(REPLICATION)),
          Map.entry(EventType.REPLICATION_OPERATION_NOT_TRACKED, Set.of(REPLICATION)),
          Map.entry(EventType.REPLICATION_OPERATION_MISSED_THRESHOLD, Set.of(REPLICATION)),
          Map.entry(
              EventType.REPLICATION_OPERATION_REPLICATED_AFTER_THRESHOLD, Set.of(REPLICATION)));

  private RuleEvents() {}

  /** MinIO's names, in alphabetical order; none where it could tell of nothing that is wanted. */
  static List<String> of(NotificationConfiguration wanted) {
    Set<String> names = new TreeSet<>();
    for (EventType type : EventType.values()) {
      if (isWanted(type, wanted)) {
        names.addAll(NAMES.getOrDefault(type, Set.of()));
      }
    }
    return List.copyOf(names);
  }

  /** The events that are wanted and that MinIO never tells of, by AWS's names. */
  static List<String> untold(NotificationConfiguration wanted) {
    return Arrays.stream(EventType.values())
        .filter(type -> isWanted(type, wanted) && !NAMES.containsKey(type))
        .map(EventType::configurationName)
        .toList();
  }

  private static boolean isWanted(EventType type, NotificationConfiguration wanted) {
    return wanted.targets().stream().anyMatch(target -> target.events().selects(type));
  }
}
