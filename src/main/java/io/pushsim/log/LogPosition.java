package io.pushsim.log;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an event stands in its group: events are in the order of their timestamps, and of these in
 * the order in which they came. No two have the same, and none changes its own.
 *
 * @param timestamp in milliseconds since 1970
 * @param sequence grows with each event that comes, whatever its group
 */
public record LogPosition(long timestamp, long sequence) implements Comparable<LogPosition> {
  private static final int TIMESTAMP_DIGITS = 13;
  private static final long LATEST = 9_999_999_999_999L;
  private static final Pattern TEXT = Pattern.compile("\\d{13}0{24}\\d{19}");
  private static final Comparator<LogPosition> ORDER =
      Comparator.comparingLong(LogPosition::timestamp).thenComparingLong(LogPosition::sequence);

  /** Before all events. */
  public static final LogPosition START = new LogPosition(0, 0);

  /** Behind all events. */
  public static final LogPosition END = new LogPosition(LATEST, Long.MAX_VALUE);

  /** Before all events of this time and later, in milliseconds since 1970. */
  public static LogPosition at(long timestamp) {
    return new LogPosition(Math.max(0, Math.min(timestamp, LATEST)), 0);
  }

  /** The position behind this one's event. */
  public LogPosition next() {
    return new LogPosition(timestamp, sequence + 1);
  }

  /** Before all events of a later time. */
  public LogPosition nextTime() {
    return at(timestamp + 1);
  }

  /** The position that a text is, where it is one. */
  public static Optional<LogPosition> parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LogPosition(
              Long.parseLong(text.substring(0, TIMESTAMP_DIGITS)),
              Long.parseLong(text.substring(text.length() - 19))));
    } catch (NumberFormatException e) {
      return Optional.empty(); // more than a sequence number can be
    }
  }

  /** 56 digits, as CloudWatch Logs' event ids and tokens have. */
  @Override
  public String toString() {
    return "%013d%043d".formatted(timestamp, sequence);
  }

  @Override
  public int compareTo(LogPosition other) {
    return ORDER.compare(this, other);
  }
}
