package io.pushsim.eventsource;

import io.pushsim.invocation.Activity;
import io.pushsim.invocation.Pace;
import io.pushsim.invocation.WaitingRoom;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Asleep;
import io.pushsim.journal.Journal;
import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/**
 * Accepted events that wait for their turn. While there are few they wait in memory; of more no
 * more than a number is left there, and they are read again, some at a time. Any thread may call.
 */
final class EventBacklog {
  /** For all of them, so that they keep the order in which they came. */
  private static final Instant AT_ONCE = Instant.EPOCH;

  private final Journal journal;
  private final Pace pace;
  private final Activity activity;
  private final Executor background;
  private final Turn turn;
  private final WaitingRoom<Waiting> waitingRoom;

  /** What is done with an event that has waited long enough. */
  interface Turn {
    /** Begins soon, at the pace at which events get their turn. */
    void comes(AcceptedEvent event, int era, long place);
  }

  /**
   * An event that is not in memory.
   *
   * @param number its number in the journal
   * @param place its place among all events
   */
  private record Waiting(long number, int era, long place) {}

  /**
   * @param background where events are read again: not an event loop
   */
  EventBacklog(
      Journal journal,
      Scheduler scheduler,
      Pace pace,
      Activity activity,
      Executor background,
      Turn turn) {
    this.journal = journal;
    this.pace = pace;
    this.activity = activity;
    this.background = background;
    this.turn = turn;
    waitingRoom = new WaitingRoom<>(scheduler, pace, this::calledIn);
  }

  /**
   * Takes an event that counts as being under way.
   *
   * @param place its place among all events
   */
  void enter(AcceptedEvent event, int era, long place) {
    if (pace.isQuiet() && waitingRoom.size() == 0 && !waitingRoom.isBehind()) {
      turn.comes(event, era, place);
      return;
    }
    OptionalLong number = journal.history().layDown(event.id());
    if (number.isPresent()) {
      waitingRoom.add(AT_ONCE, new Waiting(number.getAsLong(), era, place));
    } else {
      activity.eventEnds();
    }
  }

  /** Takes an event of a former run, which counts as being under way. */
  void enter(Asleep event, int era) {
    waitingRoom.add(AT_ONCE, new Waiting(event.number(), era, 0));
  }

  private void calledIn(List<Waiting> waiting) {
    waitingRoom.letIn(waiting, background, this::readAgain, each -> each);
  }

  private void readAgain(List<Waiting> waiting) {
    Map<Long, AcceptedEvent> read =
        journal.history().takeUpEvents(waiting.stream().map(Waiting::number).toList());
    for (Waiting each : waiting) {
      AcceptedEvent event = read.get(each.number());
      if (event == null) {
        activity.eventEnds();
      } else {
        turn.comes(event, each.era(), each.place());
      }
    }
  }
}
