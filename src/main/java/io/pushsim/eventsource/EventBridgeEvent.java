package io.pushsim.eventsource;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.ObjectEvent.EventData;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.BucketNotification.NotAnAwsEvent;
import io.pushsim.time.IsoTime;
import java.util.Map;
import java.util.Optional;

/**
 * What S3 tells EventBridge of an object, in the terms of S3's own notifications (S3 user guide,
 * EventBridge event message structure and mapping; recorded: test_s3_notifications_eventbridge).
 * Its key is not URL-encoded.
 */
final class EventBridgeEvent {
  private static final String CREATED = "Object Created";
  private static final String DELETED = "Object Deleted";

  /** S3's names, by EventBridge's with what it tells of the reason. */
  private static final Map<String, EventType> TYPES =
      Map.ofEntries(
          entry("Object Created, PutObject", EventType.OBJECT_CREATED_PUT),
          entry("Object Created, POST Object", EventType.OBJECT_CREATED_POST),
          entry("Object Created, CopyObject", EventType.OBJECT_CREATED_COPY),
          entry(
              "Object Created, CompleteMultipartUpload",
              EventType.OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD),
          entry(
              "Object Deleted, DeleteObject, Permanently Deleted", EventType.OBJECT_REMOVED_DELETE),
          entry(
              "Object Deleted, DeleteObject, Delete Marker Created",
              EventType.OBJECT_REMOVED_DELETE_MARKER_CREATED),
          entry(
              "Object Deleted, Lifecycle Expiration, Permanently Deleted",
              EventType.LIFECYCLE_EXPIRATION_DELETE),
          entry(
              "Object Deleted, Lifecycle Expiration, Delete Marker Created",
              EventType.LIFECYCLE_EXPIRATION_DELETE_MARKER_CREATED),
          entry("Object Restore Initiated", EventType.OBJECT_RESTORE_POST),
          entry("Object Restore Completed", EventType.OBJECT_RESTORE_COMPLETED),
          entry("Object Restore Expired", EventType.OBJECT_RESTORE_DELETE),
          entry("Object Storage Class Changed", EventType.LIFECYCLE_TRANSITION),
          entry("Object Access Tier Changed", EventType.INTELLIGENT_TIERING),
          entry("Object Tags Added", EventType.OBJECT_TAGGING_PUT),
          entry("Object Tags Deleted", EventType.OBJECT_TAGGING_DELETE),
          entry("Object ACL Updated", EventType.OBJECT_ACL_PUT));

  private final NotificationRecord record;

  EventBridgeEvent(NotificationRecord record) {
    this.record = record;
  }

  /**
   * The event in AWS S3's terms.
   *
   * @throws io.pushsim.error.SimulatorException where a field is missing or unreadable, or where it
   *     is no event of S3 about an object
   */
  BucketNotification normalise(Wrapping around) {
    String detailType = record.required("detail-type");
    String source = record.text("source").orElse("");
    if (!source.equals("aws.s3")) {
      throw around.refusal(
          "an EventBridge event '%s' of the source '%s', which is not aws.s3"
              .formatted(Excerpt.of(detailType), Excerpt.of(source)));
    }
    if (record.text("detail.bucket.name").isEmpty() && !detailType.startsWith("Object ")) {
      throw around.refusal(
          "an EventBridge event '%s', which tells of no object".formatted(Excerpt.of(detailType)));
    }
    return inBucket(record.required("detail.bucket.name"), name(detailType));
  }

  private BucketNotification inBucket(String bucketName, String name) {
    String key = record.rawKey("detail.object.key");
    EventType type = TYPES.get(name);
    return type == null
        ? new NotAnAwsEvent(
            bucketName, key, name, "no event of an S3 notification means the same as this")
        : new AwsEvent(
            new ObjectEvent(
                type, record.time("time"), bucketName, object(key), request(), data(type)));
  }

  private String name(String detailType) {
    StringBuilder name = new StringBuilder(detailType);
    if (detailType.equals(CREATED) || detailType.equals(DELETED)) {
      record.text("detail.reason").ifPresent(reason -> name.append(", ").append(reason));
    }
    if (detailType.equals(DELETED)) {
      record.text("detail.deletion-type").ifPresent(kind -> name.append(", ").append(kind));
    }
    return name.toString();
  }

  private S3Object object(String key) {
    return new S3Object(
        key,
        record.count("detail.object.size"),
        record.text("detail.object.etag"),
        record.text("detail.object.version-id").filter(id -> !id.equals("null")),
        record.text("detail.object.sequencer").map(Sequencer::new));
  }

  private ObjectEvent.Request request() {
    return new ObjectEvent.Request(
        record.text("detail.requester").orElse(""),
        record.text("detail.source-ip-address").orElse(""),
        record.text("detail.request-id"),
        Optional.empty());
  }

  private Optional<EventData> data(EventType type) {
    return switch (type) {
      case OBJECT_RESTORE_COMPLETED -> restored();
      case LIFECYCLE_TRANSITION ->
          record
              .text("detail.destination-storage-class")
              .map(to -> nested("transitionEventData", object("destinationStorageClass", to)))
              .map(json -> new EventData("lifecycleEventData", json.toString()));
      case INTELLIGENT_TIERING ->
          record
              .text("detail.destination-access-tier")
              .map(to -> object("destinationAccessTier", to))
              .map(json -> new EventData("intelligentTieringEventData", json.toString()));
      default -> Optional.empty();
    };
  }

  private Optional<EventData> restored() {
    String expiry = "detail.restore-expiry-time";
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    if (record.text(expiry).isPresent()) {
      told.put("lifecycleRestorationExpiryTime", IsoTime.milliseconds(record.time(expiry)));
    }
    record
        .text("detail.source-storage-class")
        .ifPresent(from -> told.put("lifecycleRestoreStorageClass", from));
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EventData("glacierEventData", nested("restoreEventData", told).toString()));
  }

  private static ObjectNode object(String member, String text) {
    return JsonNodeFactory.instance.objectNode().put(member, text);
  }

  private static ObjectNode nested(String member, ObjectNode value) {
    return JsonNodeFactory.instance.objectNode().set(member, value);
  }
}
