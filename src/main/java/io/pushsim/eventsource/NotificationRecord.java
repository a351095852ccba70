package io.pushsim.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.KeyEncoding;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.time.IsoTime;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One event as it was written, an element of a message's {@code Records} or a message of its own,
 * read field by field with errors that name the field.
 */
final class NotificationRecord {
  private final JsonNode record;
  private final String name;

  /**
   * @param name by which an error calls it, such as {@code record 1 of the notification}
   */
  NotificationRecord(JsonNode record, String name) {
    this.record = record;
    this.name = name;
  }

  /** The field at the path if it has text in it; absent, null and empty text are all nothing. */
  Optional<String> text(String path) {
    JsonNode field = at(path);
    if (field.isMissingNode() || field.isNull()) {
      return Optional.empty();
    }
    if (!field.isTextual()) {
      throw unreadable(path, field.toString(), "write it as text");
    }
    return Optional.of(field.textValue()).filter(text -> !text.isEmpty());
  }

  /** The field at the path, which must have text in it. */
  String required(String path) {
    return text(path)
        .orElseThrow(
            () ->
                new SimulatorException(
                    ErrorCode.INVALID_REQUEST_CONTENT, "%s has no %s".formatted(name, path)));
  }

  Optional<Long> count(String path) {
    JsonNode field = at(path);
    if (field.isMissingNode() || field.isNull()) {
      return Optional.empty();
    }
    if (!field.isIntegralNumber() || !field.canConvertToLong() || field.longValue() < 0) {
      throw unreadable(path, field.toString(), "write a whole number of bytes");
    }
    return Optional.of(field.longValue());
  }

  Instant time(String path) {
    String text = required(path);
    try {
      return IsoTime.instant(text);
    } catch (DateTimeException e) {
      throw unreadable(path, text, "write a time such as 2026-11-23T01:56:19.355Z");
    }
  }

  /** The key at the path, which is written as itself. */
  String rawKey(String path) {
    String key = required(path);
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(key)) {
      throw unreadable(path, key, "a key is Unicode text, without half surrogate pairs");
    }
    return key;
  }

  /** The key at the path, which is written as a web form would. */
  String encodedKey(String path) {
    String text = rawKey(path);
    return KeyEncoding.decode(text)
        .orElseThrow(
            () -> unreadable(path, text, "write the key URL-encoded, a percent sign as %25"));
  }

  /** What is at the path, whatever it is, short enough to show it; empty text for nothing. */
  String excerpt(String path) {
    return Excerpt.of(at(path).asText(""));
  }

  /** What the record is where it is none of S3's. */
  String whatElse() {
    return ForeignMessage.describeRecord(record);
  }

  /** The JSON text of a member that is an object, or empty. */
  Optional<String> json(String path) {
    JsonNode field = at(path);
    return field.isObject() ? Optional.of(field.toString()) : Optional.empty();
  }

  private JsonNode at(String path) {
    JsonNode node = record;
    int start = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
      node = node.path(path.substring(start, dot));
      start = dot + 1;
    }
    return node.path(path.substring(start));
  }

  /** Says that a field cannot be read as it is written, and what to do. */
  SimulatorException unreadable(String path, String value, String remedy) {
    return new SimulatorException(
        ErrorCode.INVALID_REQUEST_CONTENT,
        "%s has %s '%s': %s".formatted(name, path, Excerpt.of(value), remedy));
  }
}
