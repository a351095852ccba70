package io.pushsim.bucket;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of event that S3 can notify of (S3 API model, {@code Event}), with what the record of such
 * an event carries: its version before 2026 and the fields of its object (S3 user guide, event
 * message structure; recorded: test_s3_notifications_sqs).
 */
public enum EventType {
  OBJECT_CREATED_PUT("ObjectCreated:Put", "2.1", ObjectFields.ALL),
  OBJECT_CREATED_POST("ObjectCreated:Post", "2.1", ObjectFields.ALL),
  OBJECT_CREATED_COPY("ObjectCreated:Copy", "2.1", ObjectFields.ALL),
  OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD(
      "ObjectCreated:CompleteMultipartUpload", "2.1", ObjectFields.ALL),
  OBJECT_REMOVED_DELETE("ObjectRemoved:Delete", "2.1", ObjectFields.OF_NOTHING_LEFT),
  OBJECT_REMOVED_DELETE_MARKER_CREATED(
      "ObjectRemoved:DeleteMarkerCreated", "2.1", ObjectFields.OF_DELETE_MARKER),
  OBJECT_RESTORE_POST("ObjectRestore:Post", "2.1", ObjectFields.ALL),
  OBJECT_RESTORE_COMPLETED("ObjectRestore:Completed", "2.1", ObjectFields.ALL),
  OBJECT_RESTORE_DELETE("ObjectRestore:Delete", "2.3", ObjectFields.ALL),
  OBJECT_TAGGING_PUT("ObjectTagging:Put", "2.3", ObjectFields.OF_SAME_CONTENT),
  OBJECT_TAGGING_DELETE("ObjectTagging:Delete", "2.3", ObjectFields.OF_SAME_CONTENT),
  OBJECT_ACL_PUT("ObjectAcl:Put", "2.3", ObjectFields.OF_SAME_CONTENT),
  REDUCED_REDUNDANCY_LOST_OBJECT("ReducedRedundancyLostObject", "2.1", ObjectFields.ALL),
  REPLICATION_OPERATION_FAILED("Replication:OperationFailedReplication", "2.2", ObjectFields.ALL),
  REPLICATION_OPERATION_NOT_TRACKED("Replication:OperationNotTracked", "2.2", ObjectFields.ALL),
  REPLICATION_OPERATION_MISSED_THRESHOLD(
      "Replication:OperationMissedThreshold", "2.2", ObjectFields.ALL),
  REPLICATION_OPERATION_REPLICATED_AFTER_THRESHOLD(
      "Replication:OperationReplicatedAfterThreshold", "2.2", ObjectFields.ALL),
  LIFECYCLE_TRANSITION("LifecycleTransition", "2.3", ObjectFields.ALL),
  LIFECYCLE_EXPIRATION_DELETE("LifecycleExpiration:Delete", "2.3", ObjectFields.OF_NOTHING_LEFT),
  LIFECYCLE_EXPIRATION_DELETE_MARKER_CREATED(
      "LifecycleExpiration:DeleteMarkerCreated", "2.3", ObjectFields.OF_DELETE_MARKER),
  INTELLIGENT_TIERING("IntelligentTiering", "2.3", ObjectFields.ALL);

  /** Which fields an event's object carries besides key and version. */
  enum ObjectFields {
    /** Size, ETag and sequencer. */
    ALL,
    /** ETag alone: the content is what it was. */
    OF_SAME_CONTENT,
    /** Sequencer alone: no content is left to tell of. */
    OF_NOTHING_LEFT,
    /** Sequencer, and the ETag of nothing. */
    OF_DELETE_MARKER
  }

  private static final String SERVICE = "s3:";
  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::recordName, Function.identity()));
  private static final Map<String, Set<EventType>> SELECTIONS = selections();

  private final String recordName;
  private final String eventVersion;
  private final ObjectFields objectFields;

  EventType(String recordName, String eventVersion, ObjectFields objectFields) {
    this.recordName = recordName;
    this.eventVersion = eventVersion;
    this.objectFields = objectFields;
  }

  /** The type that an event record names, with or without {@code s3:} before it, or empty. */
  public static Optional<EventType> parse(String name) {
    String bare = name.startsWith(SERVICE) ? name.substring(SERVICE.length()) : name;
    return Optional.ofNullable(BY_NAME.get(bare));
  }

  /**
   * The types that a notification configuration selects by this name: one, or with {@code *} a
   * family; none where S3 does not support the name.
   */
  public static Set<EventType> selectedBy(String name) {
    return SELECTIONS.getOrDefault(name, Set.of());
  }

  /** Every name that a notification configuration may use, in alphabetical order. */
  public static List<String> configurationNames() {
    return List.copyOf(SELECTIONS.keySet());
  }

  /** The name in an event record, such as {@code ObjectCreated:Put}. */
  public String recordName() {
    return recordName;
  }

  /** The name in a notification configuration, such as {@code s3:ObjectCreated:Put}. */
  public String configurationName() {
    return SERVICE + recordName;
  }

  /** The version of this type's records until 2026, when S3 made it one for all types. */
  public String eventVersion() {
    return eventVersion;
  }

  ObjectFields objectFields() {
    return objectFields;
  }

  private static Map<String, Set<EventType>> selections() {
    Map<String, Set<EventType>> selections = new TreeMap<>();
    for (EventType type : values()) {
      selections.put(type.configurationName(), EnumSet.of(type));
      type.family()
          .ifPresent(
              family ->
                  selections
                      .computeIfAbsent(family, name -> EnumSet.noneOf(EventType.class))
                      .add(type));
    }
    selections.replaceAll((name, types) -> Collections.unmodifiableSet(types));
    return selections;
  }

  // ObjectAcl has one member and no family's name in S3's model.
  private Optional<String> family() {
    int colon = recordName.indexOf(':');
    return colon < 0 || this == OBJECT_ACL_PUT
        ? Optional.empty()
        : Optional.of(SERVICE + recordName.substring(0, colon) + ":*");
  }
}
