package io.pushsim.eventsource;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent.EventData;
import java.util.List;
import java.util.Optional;

/** AWS's own records, of any version: keys URL-encoded, unknown members ignored. */
final class AwsDialect implements Dialect {
  private static final List<String> DATA_MEMBERS =
      List.of(
          "glacierEventData",
          "replicationEventData",
          "lifecycleEventData",
          "intelligentTieringEventData");

  @Override
  public boolean speaks(NotificationRecord record) {
    return record.text("eventSource").filter("aws:s3"::equals).isPresent();
  }

  @Override
  public Optional<EventType> awsType(NotificationRecord record, String eventName) {
    return EventType.parse(eventName);
  }

  @Override
  public String whyNotSent(String eventName) {
    return "no notification configuration can name this event";
  }

  @Override
  public String key(NotificationRecord record, MessageForm form) {
    return record.encodedKey("s3.object.key");
  }

  @Override
  public Optional<EventData> data(NotificationRecord record) {
    return DATA_MEMBERS.stream()
        .flatMap(member -> record.json(member).map(json -> new EventData(member, json)).stream())
        .findFirst();
  }
}
