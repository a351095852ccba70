package io.pushsim.log;

/**
 * Events that stand together.
 *
 * @param from where it begins
 * @param until where it ends: what stands there is not within
 */
public record LogSpan(LogPosition from, LogPosition until) {
  /** All events. */
  public static final LogSpan ALL = new LogSpan(LogPosition.START, LogPosition.END);

  boolean contains(LogPosition position) {
    return from.compareTo(position) <= 0 && position.compareTo(until) < 0;
  }

  /** What of it stands at a position or behind it. */
  public LogSpan since(LogPosition position) {
    return position.compareTo(from) > 0 ? new LogSpan(position, until) : this;
  }

  /** What of it stands before a position. */
  public LogSpan before(LogPosition position) {
    return position.compareTo(until) < 0 ? new LogSpan(from, position) : this;
  }
}
