package io.pushsim.load.inprocess;

import io.pushsim.eventsource.EventRouter;
import io.pushsim.journal.State;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import java.time.InstantSource;

/** The whole way of an event within this process: what a server's notification goes. */
public final class PushTarget extends InProcessTarget {
  private final EventRouter events;
  private final WatchedJournal journal;
  private final InstantSource clock;
  private final Measurements measurements;

  /**
   * @param journal into which the events are written
   */
  public PushTarget(
      EventRouter events,
      WatchedJournal journal,
      State state,
      InstantSource clock,
      Measurements measurements) {
    super(state);
    this.events = events;
    this.journal = journal;
    this.clock = clock;
    this.measurements = measurements;
  }

  @Override
  public void send(Shot shot) {
    String requestId = String.format("%016X", shot.number());
    journal.expect(requestId, shot);
    events
        .accept(shot.objectEvent(clock.instant(), requestId))
        .whenComplete(
            (durable, failure) -> {
              if (failure == null) {
                measurements.accepted(shot, System.nanoTime());
              } else {
                journal.forget(requestId);
                measurements.failed(shot, "not accepted");
                measurements.over(shot);
              }
            });
  }

  @Override
  public int senders() {
    return 1;
  }

  @Override
  public String description() {
    return "in-process";
  }
}
