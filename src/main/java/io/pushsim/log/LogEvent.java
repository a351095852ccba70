package io.pushsim.log;

/**
 * A log event as it is kept.
 *
 * @param stream the name of its log stream
 * @param ingestionTime when it came, in milliseconds since 1970
 * @param message without its line end
 */
public record LogEvent(String stream, LogPosition position, long ingestionTime, String message) {

  /** When it was written, in milliseconds since 1970. */
  public long timestamp() {
    return position.timestamp();
  }

  /** Its bytes as CloudWatch Logs counts them. */
  public long bytes() {
    return LogEntry.bytes(message);
  }
}
