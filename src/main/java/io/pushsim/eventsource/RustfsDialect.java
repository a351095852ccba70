package io.pushsim.eventsource;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.KeyEncoding;
import io.pushsim.bucket.ObjectEvent.EventData;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * RustFS's records: MinIO's envelope and names of events, keys wholly URL-encoded, request headers
 * for request parameters (RustFS source, crates/notify/src/event.rs, and its reported payloads).
 */
final class RustfsDialect implements Dialect {
  private static final String KEY = "s3.object.key";

  /** All that RustFS's encoder writes: whatever is not in here was never encoded. */
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9*._+%-]*");

  /** What could be both a key itself and one encoded as AWS does, with its slashes left. */
  private static final Pattern UNCLEAR = Pattern.compile("[A-Za-z0-9*._+%/-]*");

  /** The version {@code null}, as RustFS has it inside. */
  private static final String NIL = "00000000-0000-0000-0000-000000000000";

  private static final String NAMELESS =
      "RustFS did not name the object, as some of its early releases do not; use a later one";

  @Override
  public boolean speaks(NotificationRecord record) {
    return record.text("eventSource").filter("rustfs:s3"::equals).isPresent();
  }

  @Override
  public Optional<EventType> awsType(NotificationRecord record, String eventName) {
    return record.text(KEY).flatMap(key -> MinioNames.awsType(record, renamed(eventName)));
  }

  // The record of a multi-delete's one object.
  private static String renamed(String eventName) {
    return eventName.equals("s3:ObjectRemoved:DeleteObjects")
        ? EventType.OBJECT_REMOVED_DELETE.configurationName()
        : eventName;
  }

  @Override
  public String whyNotSent(String eventName) {
    return MinioNames.whyNotSent(eventName)
        .or(() -> MinioNames.awsType(renamed(eventName)).map(type -> NAMELESS))
        .orElseGet(() -> Dialect.super.whyNotSent(eventName));
  }

  // The envelope's Key does not help: some releases leave a space in it as a plus sign.
  @Override
  public String key(NotificationRecord record, MessageForm form) {
    String written = record.text(KEY).orElse("");
    if (written.isEmpty()) {
      return "";
    }
    if (ENCODED.matcher(written).matches()) {
      return record.encodedKey(KEY);
    }
    if (UNCLEAR.matcher(written).matches() && isEncodingOfAnother(written)) {
      throw record.unreadable(
          KEY, written, "it may be URL-encoded or not; write its slashes as %2F, as RustFS does");
    }
    return record.rawKey(KEY);
  }

  private static boolean isEncodingOfAnother(String written) {
    return KeyEncoding.decode(written).filter(key -> !key.equals(written)).isPresent();
  }

  @Override
  public Optional<String> eTag(NotificationRecord record) {
    return Dialect.super.eTag(record).or(() -> record.text("s3.object.etag"));
  }

  @Override
  public Optional<String> versionId(NotificationRecord record) {
    return Dialect.super.versionId(record).filter(id -> !id.equals(NIL));
  }

  @Override
  public Optional<EventData> data(NotificationRecord record) {
    String member = "glacierEventData";
    return record.json(member).map(json -> new EventData(member, json));
  }
}
