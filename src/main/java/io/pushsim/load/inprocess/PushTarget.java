package io.pushsim.load.inprocess;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.TargetKind;
import io.pushsim.eventsource.EventRouter;
import io.pushsim.function.Alias;
import io.pushsim.journal.State;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole way of an event within this process: what a server's notification goes. */
public final class PushTarget implements LoadTarget {
  private final EventRouter events;
  private final WatchedJournal journal;
  private final State state;
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
    this.events = events;
    this.journal = journal;
    this.state = state;
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
  public Optional<Alias> alias(FunctionArn target) {
    return alias(target, state);
  }

  static Optional<Alias> alias(FunctionArn target, State state) {
    return target.qualifier() instanceof Qualifier.Alias named
        ? state.functions().find(target).flatMap(function -> function.alias(named.name()))
        : Optional.empty();
  }

  @Override
  public Set<FunctionArn> functions() {
    return functions(state);
  }

  static Set<FunctionArn> functions(State state) {
    return state.buckets().names().stream()
        .flatMap(name -> state.buckets().find(name).stream())
        .flatMap(bucket -> bucket.notificationConfiguration().targets(TargetKind.LAMBDA).stream())
        .flatMap(target -> FunctionArn.parse(target.target()).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<String> gone() {
    return Optional.empty();
  }

  @Override
  public boolean isThisProcess() {
    return true;
  }

  @Override
  public String description() {
    return "in-process";
  }
}
