package io.pushsim.eventsource;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.Sequencer;
import java.util.Optional;

/**
 * versitygw's records, which say that they are AWS's: keys raw, ETags in quotes, a count for a
 * sequencer, a wrong bucket ARN (captured: versitygw-events.ndjson).
 */
final class VersitygwDialect implements Dialect {

  /** AWS's own records of version 2.2 have the configuration's Id here, not a sender's name. */
  @Override
  public boolean speaks(NotificationRecord record) {
    return record.text("eventSource").filter("aws:s3"::equals).isPresent()
        && record.text("eventVersion").filter("2.2"::equals).isPresent()
        && record.text("s3.configurationId").filter(id -> id.endsWith("-global")).isPresent();
  }

  @Override
  public Optional<EventType> awsType(NotificationRecord record, String eventName) {
    return eventName.equals("s3:ObjectRemoved:DeleteObjects")
        ? Optional.of(EventType.OBJECT_REMOVED_DELETE)
        : EventType.parse(eventName);
  }

  @Override
  public String key(NotificationRecord record, MessageForm form) {
    return record.rawKey("s3.object.key");
  }

  @Override
  public Optional<String> eTag(NotificationRecord record) {
    return Dialect.super.eTag(record).map(VersitygwDialect::unquoted);
  }

  private static String unquoted(String written) {
    boolean quoted = written.length() >= 2 && written.startsWith("\"") && written.endsWith("\"");
    return quoted ? written.substring(1, written.length() - 1) : written;
  }

  // Written in equal length, or the tenth event would come before the second in S3's order.
  @Override
  public Sequencer sequencer(String written) {
    return new Sequencer(
        written.matches("\\d{1,18}") ? "%016X".formatted(Long.parseLong(written)) : written);
  }

  @Override
  public String principalPath() {
    return "userIdentity.PrincipalId";
  }
}
