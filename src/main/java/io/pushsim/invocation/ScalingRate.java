package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast a function may grow: by 1,000 execution environments at once, which it gets again at a
 * rate of 100 a second (Lambda's developer guide, "Lambda scaling behavior": 1,000 every ten
 * seconds, refilled continually). Any thread may call.
 */
final class ScalingRate {
  private static final Duration OF_ONE = Duration.ofMillis(10);
  private static final Duration OF_ALL = Duration.ofSeconds(10);

  // When each function may grow by all again; who is not here may now. Guarded by this.
  private final Map<FunctionArn, Instant> full = new LinkedHashMap<>();

  /** Lets the function grow by one environment; false where it may not yet. */
  synchronized boolean grow(FunctionArn function, Instant now) {
    letGo(now);
    Instant before = full.getOrDefault(function, now);
    Instant after = (before.isBefore(now) ? now : before).plus(OF_ONE);
    if (after.isAfter(now.plus(OF_ALL))) {
      return false;
    }
    full.remove(function);
    full.put(function, after);
    return true;
  }

  /** Those that grew longest ago are first, so the first one that is not full ends the search. */
  private void letGo(Instant now) {
    Iterator<Instant> times = full.values().iterator();
    while (times.hasNext() && !times.next().isAfter(now)) {
      times.remove();
    }
  }
}
