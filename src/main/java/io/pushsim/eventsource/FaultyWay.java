package io.pushsim.eventsource;

import io.pushsim.invocation.Activity;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.PushFault;
import io.pushsim.journal.Waiting;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What lies between an accepted event and its push: nothing, or what its fate says. Every fault is
 * in the journal. Who waits is not under way, and costs no thread.
 */
final class FaultyWay {
  private final Journal journal;
  private final Scheduler scheduler;
  private final Activity activity;
  private final FaultPlan plan;
  private final HeldEvents held;

  FaultyWay(Journal journal, Scheduler scheduler, Activity activity, FaultPlan plan) {
    this.journal = journal;
    this.scheduler = scheduler;
    this.activity = activity;
    this.plan = plan;
    this.held = new HeldEvents(scheduler);
  }

  /**
   * Takes an event that counts as being under way.
   *
   * @param place the event's among all
   * @param push called once, when it counts as being under way; never where it is dropped
   */
  void take(AcceptedEvent event, long place, Fate fate, Runnable push) {
    if (fate.dropped()) {
      plan.injected(PushFault.DROP);
      journal.append(new Entry.EventDropped(scheduler.instant(), event.id(), PushFault.DROP));
      activity.eventEnds();
    } else if (!fate.delay().isZero()) {
      Instant until = told(event, fate.delay(), PushFault.DELAY);
      scheduler.at(until, () -> begin(() -> hold(event, place, fate, push)));
    } else {
      hold(event, place, fate, push);
    }
  }

  private void hold(AcceptedEvent event, long place, Fate fate, Runnable push) {
    if (fate.held().isZero()) {
      push.run();
    } else {
      Instant until = told(event, fate.held(), PushFault.REORDER);
      held.hold(event.event().bucketName(), place, until, () -> begin(push));
    }
  }

  private Instant told(AcceptedEvent event, Duration wait, PushFault fault) {
    Instant now = scheduler.instant();
    Instant until = now.plus(wait);
    plan.injected(fault);
    journal.append(new Entry.EventDelayed(now, event.id(), until, fault));
    activity.eventEnds();
    return until;
  }

  private void begin(Runnable task) {
    activity.eventBegins();
    task.run();
  }

  /**
   * Goes on with an event of a former run, when its time has come.
   *
   * @param push called once, when it counts as being under way
   */
  void goOn(Optional<Waiting> waiting, Runnable push) {
    Optional<Instant> until =
        waiting.map(Waiting::until).filter(time -> time.isAfter(scheduler.instant()));
    if (until.isPresent()) {
      scheduler.at(until.get(), () -> begin(push));
    } else {
      begin(push);
    }
  }

  /** An event was pushed. */
  void passed(AcceptedEvent event, long place) {
    held.passed(event.event().bucketName(), place);
  }

  /** Lets those go on that are held back for others to overtake them, in an order of their own. */
  void releaseHeld() {
    held.releaseAll();
  }
}
