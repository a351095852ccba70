package io.pushsim.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of a target, held against {@link System#nanoTime} here.
 *
 * @param nanos when it showed the time
 * @param time that it showed
 * @param exact how far off that may be, either way
 */
record TargetClock(long nanos, Instant time, Duration exact) {
  /** The one with the shortest way tells most. */
  private static final int LOOKS = 20;

  /** The target tells its times in whole milliseconds: here, and of its deliveries. */
  private static final Duration COARSE = Duration.ofMillis(1);

  /**
   * Looks at it.
   *
   * @throws IOException where nobody answers
   * @throws RemoteException where it is refused
   */
  static TargetClock of(PushsimClient client) throws IOException, InterruptedException {
    TargetClock best = look(client);
    for (int i = 1; i < LOOKS; i++) {
      TargetClock next = look(client);
      best = next.exact.compareTo(best.exact) < 0 ? next : best;
    }
    return best;
  }

  /** It may have shown the time at any moment between question and answer. */
  private static TargetClock look(PushsimClient client) throws IOException, InterruptedException {
    long asked = System.nanoTime();
    JsonNode health = client.get("health");
    long half = (System.nanoTime() - asked) / 2;
    return new TargetClock(
        asked + half, Instant.parse(health.path("time").asText()), COARSE.plusNanos(half));
  }

  /** When it shows a time. */
  long nanos(Instant shown) {
    return nanos + Duration.between(time, shown).toNanos();
  }

  /** What it shows then. */
  Instant at(long when) {
    return time.plusNanos(when - nanos);
  }
}
