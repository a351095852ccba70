package io.pushsim.log;

/**
 * What was written to a log at once.
 *
 * @param timestamp when, in milliseconds since 1970
 * @param message without the line end that CloudWatch Logs has behind it
 */
public record LogEntry(long timestamp, String message) {
  /** What CloudWatch Logs counts of an event beside its message (PutLogEvents), and a line end. */
  private static final int EVENT_BYTES = 26 + 1;

  /** Its bytes as CloudWatch Logs counts them. */
  public long bytes() {
    return bytes(message);
  }

  // A surrogate pair is two characters and four bytes.
  static long bytes(String message) {
    int length = message.length();
    long bytes = (long) EVENT_BYTES + length;
    for (int i = 0; i < length; i++) {
      char c = message.charAt(i);
      if (c >= 0x80) {
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
