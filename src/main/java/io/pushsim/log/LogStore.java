package io.pushsim.log;

import io.pushsim.arn.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All log groups. What came together goes together, the oldest first, where a group or all have
 * more than the limits allow; the last of a group stays however large it is, and the newest of all.
 * A stream, or a group, of which nothing is left is gone. Safe for use by several threads: to
 * append takes a lock for a moment, and to read takes it only to see what there is.
 */
public final class LogStore {
  private final LogLimits limits;
  private final Map<LogGroupId, LogGroup> groups = new HashMap<>();
  private final Set<Batch> batches = new LinkedHashSet<>();
  private long bytes;
  private int events;
  private long sequence;

  public LogStore(LogLimits limits) {
    this.limits = limits;
  }

  /**
   * Appends what one execution environment wrote; the group and the stream are made where there are
   * none.
   *
   * @param now in milliseconds since 1970
   * @param entries in the order of their timestamps; the list must not change any more
   */
  public void append(LogGroupId id, String streamName, long now, List<LogEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    long size = Batch.bytes(entries);
    synchronized (this) {
      LogGroup group = groups.get(id);
      if (group == null) {
        group = new LogGroup(id, now);
        groups.put(id, group);
      }
      Batch batch = new Batch(group.stream(streamName, now), entries, size, now, sequence);
      sequence += entries.size();
      group.add(batch);
      batches.add(batch);
      bytes += size;
      events += entries.size();
      while (group.exceeds(limits)) {
        removeOldest(group);
      }
      while (batches.size() > 1 && (events > limits.events() || bytes > limits.bytes())) {
        removeOldest(batches.iterator().next().stream.group);
      }
    }
  }

  // The oldest batch of all is the oldest of its group.
  private void removeOldest(LogGroup group) {
    Batch oldest = group.removeOldest();
    batches.remove(oldest);
    bytes -= oldest.bytes;
    events -= oldest.size();
    if (group.batches.isEmpty()) {
      groups.remove(group.id);
    }
  }

  /** The log groups of an account in a region, by their names. */
  public synchronized List<LogGroupSummary> groups(Scope scope) {
    return groups.values().stream()
        .filter(group -> group.id.scope().equals(scope))
        .map(LogGroup::summary)
        .sorted(Comparator.comparing(group -> group.id().name()))
        .toList();
  }

  /** A log group's streams, by their names, if there is the group. */
  public synchronized Optional<List<LogStreamSummary>> streams(LogGroupId id) {
    return Optional.ofNullable(groups.get(id))
        .map(
            group ->
                group.streams.values().stream()
                    .map(LogStream::summary)
                    .sorted(Comparator.comparing(LogStreamSummary::name))
                    .toList());
  }

  /**
   * The events of some streams of a log group within a span, in their order, if there is the group.
   */
  public Optional<List<LogEvent>> events(LogGroupId id, Predicate<String> streams, LogSpan span) {
    return batches(id).map(kept -> events(kept, streams, span));
  }

  /** The events of one stream within a span, in their order, if there is the stream. */
  public Optional<List<LogEvent>> events(LogGroupId id, String stream, LogSpan span) {
    return batches(id, stream).map(kept -> events(kept, any -> true, span));
  }

  private synchronized Optional<Collection<Batch>> batches(LogGroupId id) {
    return Optional.ofNullable(groups.get(id)).map(group -> List.copyOf(group.batches));
  }

  private synchronized Optional<Collection<Batch>> batches(LogGroupId id, String stream) {
    return Optional.ofNullable(groups.get(id))
        .map(group -> group.streams.get(stream))
        .map(found -> List.copyOf(found.batches));
  }

  private static List<LogEvent> events(
      Collection<Batch> kept, Predicate<String> streams, LogSpan span) {
    List<LogEvent> events = new ArrayList<>();
    for (Batch batch : kept) {
      if (streams.test(batch.stream.name)) {
        batch.events(span, events::add);
      }
    }
    events.sort(Comparator.comparing(LogEvent::position));
    return events;
  }

  /** Forgets everything. */
  public synchronized void clear() {
    groups.clear();
    batches.clear();
    bytes = 0;
    events = 0;
  }
}
