package io.pushsim.log;

/**
 * How much is kept.
 *
 * @param groupEvents how many events of a log group
 * @param groupBytes how many bytes of a log group, as CloudWatch Logs counts them
 * @param events how many events of all groups together
 * @param bytes how many bytes of all groups together
 */
public record LogLimits(int groupEvents, long groupBytes, int events, long bytes) {
  /** How many groups may have all that a group may have. */
  private static final int GROUPS = 10;

  private static final int BYTES_GROUPS = 4;

  public LogLimits {
    if (groupEvents < 1 || groupBytes < 1 || events < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "limits of logs are at least 1, not %d, %d, %d and %d"
              .formatted(groupEvents, groupBytes, events, bytes));
    }
  }

  /**
   * So many events of a group, ten times as many of all, and the bytes that there are, of which one
   * group may have a quarter.
   */
  public static LogLimits of(int groupEvents, long bytes) {
    return new LogLimits(
        groupEvents,
        Math.max(1, bytes / BYTES_GROUPS),
        (int) Math.min(Integer.MAX_VALUE, (long) groupEvents * GROUPS),
        bytes);
  }
}
