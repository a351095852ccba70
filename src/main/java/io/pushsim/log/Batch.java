package io.pushsim.log;

import java.util.List;
import java.util.function.Consumer;

/** Events of a stream that came together, in the order in which they were written. */
final class Batch {
  final LogStream stream;
  final long bytes;
  private final List<LogEntry> entries;
  private final long ingestionTime;
  private final long firstSequence;

  Batch(
      LogStream stream,
      List<LogEntry> entries,
      long bytes,
      long ingestionTime,
      long firstSequence) {
    this.stream = stream;
    this.entries = entries;
    this.bytes = bytes;
    this.ingestionTime = ingestionTime;
    this.firstSequence = firstSequence;
  }

  static long bytes(List<LogEntry> entries) {
    long bytes = 0;
    for (LogEntry entry : entries) {
      bytes += entry.bytes();
    }
    return bytes;
  }

  int size() {
    return entries.size();
  }

  long firstTimestamp() {
    return entries.get(0).timestamp();
  }

  long lastTimestamp() {
    return entries.get(entries.size() - 1).timestamp();
  }

  long ingestionTime() {
    return ingestionTime;
  }

  /** Hands over the events that are within a span. */
  void events(LogSpan span, Consumer<LogEvent> taker) {
    for (int i = 0; i < entries.size(); i++) {
      LogEntry entry = entries.get(i);
      LogPosition position = new LogPosition(entry.timestamp(), firstSequence + i);
      if (span.contains(position)) {
        taker.accept(new LogEvent(stream.name, position, ingestionTime, entry.message()));
      }
    }
  }
}
