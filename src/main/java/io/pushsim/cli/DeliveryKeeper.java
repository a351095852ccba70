package io.pushsim.cli;

import io.pushsim.journal.Journal;
import io.pushsim.journal.Retention;
import io.pushsim.time.Scheduler;
import io.pushsim.time.TimeScale;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** Lets deliveries go that have become too old, now and again. */
final class DeliveryKeeper implements AutoCloseable {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int TIMES_AN_AGE = 10;

  private final Journal journal;
  private final Retention retention;
  private final InstantSource clock;
  private final TimeScale scale;
  private final Scheduler machine;
  private final Executor background;
  private volatile boolean closed;

  /**
   * @param clock by which deliveries grow old, and the journal's times are
   * @param scale of that clock
   * @param machine by which it looks now and again
   */
  DeliveryKeeper(
      Journal journal,
      Retention retention,
      InstantSource clock,
      TimeScale scale,
      Scheduler machine,
      Executor background) {
    this.journal = journal;
    this.retention = retention;
    this.clock = clock;
    this.scale = scale;
    this.machine = machine;
    this.background = background;
  }

  /** Begins, where an age is set; the journal itself sees to the number. */
  void start() {
    retention.age().ifPresent(this::lookNow);
  }

  private void lookLater(Duration age) {
    Duration pause = scale.machine(age).dividedBy(TIMES_AN_AGE);
    if (pause.compareTo(SHORTEST) < 0) {
      pause = SHORTEST;
    } else if (pause.compareTo(LONGEST) > 0) {
      pause = LONGEST;
    }
    machine.at(machine.instant().plus(pause), () -> background.execute(() -> lookNow(age)));
  }

  private void lookNow(Duration age) {
    if (!closed) {
      journal.expire(clock.instant().minus(age), retention.newest());
      lookLater(age);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
