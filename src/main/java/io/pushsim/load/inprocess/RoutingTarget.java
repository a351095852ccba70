package io.pushsim.load.inprocess;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.eventsource.Destinations;
import io.pushsim.function.Version;
import io.pushsim.journal.State;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.measurement.Ran;
import io.pushsim.time.Draws;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Routing alone, in the sender's thread: match, decide, resolve. Nothing is written down and no
 * handler runs.
 */
public final class RoutingTarget extends InProcessTarget {
  private final Draws draws;
  private final InstantSource clock;
  private final Measurements measurements;
  private final Destinations destinations = new Destinations();

  public RoutingTarget(State state, Draws draws, InstantSource clock, Measurements measurements) {
    super(state);
    this.draws = draws;
    this.clock = clock;
    this.measurements = measurements;
  }

  @Override
  public void send(Shot shot) {
    ObjectEvent event = shot.event().template();
    Optional<Bucket> bucket = state.buckets().find(event.bucketName());
    List<TargetConfiguration> targets =
        bucket
            .map(found -> found.notificationConfiguration().match(event.type(), shot.key()))
            .orElse(List.of());
    if (targets.isEmpty()) {
      measurements.failed(shot, "no configuration matches");
    }
    for (TargetConfiguration target : targets) {
      route(shot, bucket.orElseThrow(), target);
    }
    measurements.over(shot);
  }

  private void route(Shot shot, Bucket bucket, TargetConfiguration configuration) {
    Destinations.Destination destination = destinations.of(bucket, configuration);
    FunctionArn target = destination.target();
    boolean allowed =
        state.policies().decide(target, destination.request(), clock.instant()).isAllowed();
    measurements.decided(shot, System.nanoTime());
    if (!allowed) {
      measurements.denied(shot);
      return;
    }
    Optional<Version> version =
        state
            .functions()
            .find(target)
            .flatMap(f -> f.resolve(target.qualifier(), draw(shot, target)));
    if (version.isPresent()) {
      measurements.ran(shot, new Ran(target, version.get().number()), false, System.nanoTime());
    } else {
      measurements.failed(shot, "target not found");
    }
    measurements.done(shot, System.nanoTime());
  }

  private double draw(Shot shot, FunctionArn target) {
    return target.qualifier() instanceof Qualifier.Alias
        ? draws.unit(Long.toString(shot.number()), 1, "alias weight")
        : 0;
  }

  /** Each routes in its own thread, beside what samples. */
  @Override
  public int senders() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public String description() {
    return "in-process, routing alone";
  }
}
