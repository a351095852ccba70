package io.pushsim.log;

import java.util.ArrayDeque;
import java.util.Deque;

/** A log stream: the batches that are kept of it, oldest first, of which there is one at least. */
final class LogStream {
  final LogGroup group;
  final String name;
  final Deque<Batch> batches = new ArrayDeque<>();
  private final long creationTime;

  LogStream(LogGroup group, String name, long creationTime) {
    this.group = group;
    this.name = name;
    this.creationTime = creationTime;
  }

  LogStreamSummary summary() {
    Batch last = batches.getLast();
    return new LogStreamSummary(
        name,
        creationTime,
        batches.getFirst().firstTimestamp(),
        last.lastTimestamp(),
        last.ingestionTime());
  }
}
