package io.pushsim.load;

import io.pushsim.bucket.ObjectEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Events as servers told of them, the earliest first.
 *
 * @param file as the person named it
 * @param events at least one; those of the same time are in the order of the file
 * @param leftOut how many records the file has besides, of events that AWS's S3 does not send
 */
public record Recording(String file, List<ObjectEvent> events, long leftOut) {
  public Recording {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a recording needs an event");
    }
    events = events.stream().sorted(Comparator.comparing(ObjectEvent::time)).toList();
  }

  /** The time from the first event to the last. */
  public Duration span() {
    return sinceFirst(events.size() - 1);
  }

  Duration sinceFirst(int event) {
    return Duration.between(events.get(0).time(), events.get(event).time());
  }
}
