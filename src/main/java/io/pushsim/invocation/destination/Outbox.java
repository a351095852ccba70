package io.pushsim.invocation.destination;

import io.pushsim.journal.Sending;
import io.pushsim.journal.State;
import io.pushsim.time.Ids;

/** Writes the messages that queues, topics and event buses get. */
final class Outbox {
  private final State state;
  private final Ids ids;

  Outbox(State state, Ids ids) {
    this.state = state;
    this.ids = ids;
  }

  Dispatcher.Told deadLetter(String target, Ending ending) {
    return Dispatcher.Told.failure(
        Sending.Kind.DEAD_LETTER_QUEUE, target, state + "" + ids + ending.time());
  }

  Dispatcher.Told record(Sending.Kind kind, String target, Ending ending) {
    return Dispatcher.Told.failure(kind, target, DestinationRecord.event(ending, "", target));
  }
}
