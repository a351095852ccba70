package io.pushsim.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** A log group: its streams, and the batches of them all, oldest first. */
final class LogGroup {
  final LogGroupId id;
  final Map<String, LogStream> streams = new HashMap<>();
  final Deque<Batch> batches = new ArrayDeque<>();
  private final long creationTime;
  private long bytes;
  private int events;

  LogGroup(LogGroupId id, long creationTime) {
    this.id = id;
    this.creationTime = creationTime;
  }

  LogStream stream(String name, long now) {
    LogStream stream = streams.get(name);
    if (stream == null) {
      stream = new LogStream(this, name, now);
      streams.put(name, stream);
    }
    return stream;
  }

  void add(Batch batch) {
    batches.addLast(batch);
    batch.stream.batches.addLast(batch);
    bytes += batch.bytes;
    events += batch.size();
  }

  /** Lets its oldest batch go, which is the oldest of its stream, too. */
  Batch removeOldest() {
    Batch oldest = batches.removeFirst();
    LogStream stream = oldest.stream;
    stream.batches.removeFirst();
    if (stream.batches.isEmpty()) {
      streams.remove(stream.name);
    }
    bytes -= oldest.bytes;
    events -= oldest.size();
    return oldest;
  }

  boolean exceeds(LogLimits limits) {
    return batches.size() > 1 && (events > limits.groupEvents() || bytes > limits.groupBytes());
  }

  LogGroupSummary summary() {
    return new LogGroupSummary(id, creationTime, bytes);
  }
}
