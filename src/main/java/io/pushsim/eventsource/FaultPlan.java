package io.pushsim.eventsource;

import io.pushsim.journal.PushFault;
import io.pushsim.time.Draws;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Which events of a run are befallen by which faults. It is drawn for the event's place in the run,
 * not for its id, which is another in every run: the same seed and the same events in the same
 * order meet with the same faults. Any thread may ask.
 */
public final class FaultPlan {
  private final PushFaults usual;
  private final DelayRange propagation;
  private final Draws draws;
  private final Consumer<PushFault> told;
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong grants = new AtomicLong();

  /**
   * @param usual what befalls events of which nothing else is said
   * @param propagation how long new grants take to count
   * @param told gets each fault as it is injected, on whatever thread; must not block
   */
  public FaultPlan(
      PushFaults usual, DelayRange propagation, Draws draws, Consumer<PushFault> told) {
    this.usual = usual;
    this.propagation = propagation;
    this.draws = draws;
    this.told = told;
  }

  /** Nothing befalls an event unless it is said of it; nobody is told. */
  public static FaultPlan onDemand(Draws draws) {
    return new FaultPlan(PushFaults.NONE, DelayRange.NONE, draws, fault -> {});
  }

  PushFaults usual() {
    return usual;
  }

  /** The place of the next event: 1 for the first. */
  long next() {
    return events.incrementAndGet();
  }

  /** How many times more the event of this place is pushed. */
  int copies(PushFaults faults, long place) {
    return happens(faults.duplicate(), place, 0, "duplicate") ? faults.copies() : 0;
  }

  /**
   * The fate of one push.
   *
   * @param copy 0 for the event's own, 1 for its first duplicate
   */
  Fate fate(PushFaults faults, long place, int copy) {
    if (faults.equals(PushFaults.NONE)) {
      return Fate.UNHARMED;
    }
    if (happens(faults.drop(), place, copy, "drop")) {
      return new Fate(true, Duration.ZERO, Duration.ZERO);
    }
    return new Fate(
        false,
        faults.delay().isNone()
            ? Duration.ZERO
            : faults.delay().at(draws.unit(event(place), copy, "delay")),
        happens(faults.reorder(), place, copy, "reorder")
            ? held(faults.reorderWithin(), place, copy)
            : Duration.ZERO);
  }

  /** Not zero: it is held in any case. */
  private Duration held(Duration longest, long place, int copy) {
    double unit = 1 - draws.unit(event(place), copy, "hold");
    return Duration.ofNanos(Math.max(1, (long) (unit * longest.toNanos())));
  }

  private boolean happens(double share, long place, int copy, String fault) {
    return share > 0 && draws.unit(event(place), copy, fault) < share;
  }

  private static String event(long place) {
    return "event " + place;
  }

  /** How long the next grant takes to count. */
  public Duration propagation() {
    if (propagation.isNone()) {
      return Duration.ZERO;
    }
    Duration delay =
        propagation.at(draws.unit("grant " + grants.incrementAndGet(), 0, "propagationDelay"));
    if (!delay.isZero()) {
      injected(PushFault.PROPAGATION_DELAY);
    }
    return delay;
  }

  void injected(PushFault fault) {
    told.accept(fault);
  }
}
