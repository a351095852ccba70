package io.pushsim.api.logs;

import io.pushsim.log.LogEvent;
import io.pushsim.log.LogPosition;
import java.util.List;
import java.util.Optional;

/**
 * A page of events: at most 10,000, and at most 1 MB, though one event at least (API reference,
 * GetLogEvents).
 *
 * @param behind the position of the event behind the page, where there is one
 */
record EventPage(List<LogEvent> events, Optional<LogPosition> behind) {
  private static final int MOST = 10_000;
  private static final long MOST_BYTES = 1 << 20;

  /** The first of some events. */
  static EventPage first(List<LogEvent> all, Optional<Integer> limit) {
    int most = Math.min(all.size(), limit.orElse(MOST));
    int end = 0;
    for (long bytes = 0; end < most; end++) {
      bytes += all.get(end).bytes();
      if (bytes > MOST_BYTES && end > 0) {
        break;
      }
    }
    return new EventPage(
        all.subList(0, end),
        end < all.size() ? Optional.of(all.get(end).position()) : Optional.empty());
  }

  /** The last of some events. */
  static EventPage last(List<LogEvent> all, Optional<Integer> limit) {
    int size = all.size();
    int least = size - Math.min(size, limit.orElse(MOST));
    int start = size;
    for (long bytes = 0; start > least; start--) {
      bytes += all.get(start - 1).bytes();
      if (bytes > MOST_BYTES && start < size) {
        break;
      }
    }
    return new EventPage(all.subList(start, size), Optional.empty());
  }

  /** Where it begins, unless it is empty. */
  Optional<LogPosition> start() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.get(0).position());
  }

  /** Where it ends, unless it is empty. */
  Optional<LogPosition> end() {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(events.get(events.size() - 1).position().next());
  }
}
