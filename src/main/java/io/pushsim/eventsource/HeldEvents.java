package io.pushsim.eventsource;

import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Events that are held back until a later one of their bucket has been pushed, or until their time.
 * Any thread may call.
 */
final class HeldEvents {
  private final Scheduler scheduler;

  // By bucket; guarded by this.
  private final Map<String, List<Held>> held = new HashMap<>();

  HeldEvents(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  private static final class Held {
    private final long place;
    private final Instant until;
    private final Runnable goOn;
    private Scheduler.@Nullable Scheduled end;

    Held(long place, Instant until, Runnable goOn) {
      this.place = place;
      this.until = until;
      this.goOn = goOn;
    }
  }

  /**
   * Holds an event back.
   *
   * @param place its place among all events; larger is later
   * @param goOn called once, then
   */
  synchronized void hold(String bucket, long place, Instant until, Runnable goOn) {
    Held event = new Held(place, until, goOn);
    held.computeIfAbsent(bucket, name -> new ArrayList<>()).add(event);
    event.end = scheduler.at(until, () -> release(bucket, other -> other == event));
  }

  /** An event of the bucket was pushed: those before it need not wait any longer. */
  void passed(String bucket, long place) {
    release(bucket, event -> event.place < place);
  }

  /** Lets all go on, in the order in which their times would have come. */
  void releaseAll() {
    List<String> buckets;
    synchronized (this) {
      buckets = held.keySet().stream().sorted().toList();
    }
    buckets.forEach(bucket -> release(bucket, event -> true));
  }

  private void release(String bucket, Predicate<Held> which) {
    List<Held> released;
    synchronized (this) {
      List<Held> waiting = held.get(bucket);
      if (waiting == null) {
        return;
      }
      released =
          waiting.stream()
              .filter(which)
              .sorted(Comparator.comparing(event -> event.until))
              .toList();
      waiting.removeAll(released);
      if (waiting.isEmpty()) {
        held.remove(bucket);
      }
      released.forEach(HeldEvents::cancelEnd);
    }
    released.forEach(event -> event.goOn.run());
  }

  private static void cancelEnd(Held event) {
    if (event.end != null) {
      event.end.cancel();
    }
  }
}
