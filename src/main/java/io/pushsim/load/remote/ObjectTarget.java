package io.pushsim.load.remote;

import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.remote.RemoteObjects;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.LoadedFunctions;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An S3 server that tells a pushsim: each push is a request that changes an object, and what comes
 * of it is read from that pushsim's deliveries.
 */
public final class ObjectTarget extends RemoteTarget {
  private static final double NANOS_IN_MILLI = 1e6;

  private final Site site;
  private final Map<LoadEvent, ObjectCall> calls;
  private final TargetClock clock;
  private final Measurements measurements;
  private final Follower follower;

  /**
   * Where the objects are, and who is told of them.
   *
   * @param server the S3 server's address
   * @param objects by which a bucket's are changed
   * @param pushsim that is told
   * @param own its functions, where it is of this process
   */
  public record Site(
      URI server,
      Function<String, RemoteObjects> objects,
      PushsimClient pushsim,
      Optional<LoadedFunctions> own) {}

  private ObjectTarget(
      Site site,
      Map<LoadEvent, ObjectCall> calls,
      Reconnaissance known,
      Measurements measurements) {
    super(site.own().orElse(known));
    this.site = site;
    this.calls = Map.copyOf(calls);
    this.measurements = measurements;
    clock = known.clock();
    follower = new Follower(site.pushsim(), clock, measurements, reachability);
  }

  /**
   * The target, once both have been asked whether they can be loaded.
   *
   * @param calls by which the events of the load happen
   * @throws RemoteException where they cannot be loaded
   */
  public static ObjectTarget of(
      Site site, Map<LoadEvent, ObjectCall> calls, Measurements measurements)
      throws InterruptedException {
    Reconnaissance known =
        Reconnaissance.of(site.pushsim(), List.copyOf(calls.keySet()), "--pushsim");
    Stream<String> buckets =
        calls.keySet().stream().map(event -> event.template().bucketName()).distinct().sorted();
    buckets.forEach(bucket -> require(site, bucket));
    ObjectTarget target = new ObjectTarget(site, calls, known, measurements);
    target.follower.start();
    return target;
  }

  private static void require(Site site, String bucket) {
    boolean isThere;
    try {
      isThere = site.objects().apply(bucket).hasBucket(bucket).toCompletableFuture().join();
    } catch (CompletionException e) {
      if (Failures.cause(e) instanceof SimulatorException told) {
        throw new RemoteException(told.message());
      }
      throw e;
    }
    if (!isThere) {
      throw new RemoteException(
          "The S3 server at %s has no bucket '%s', into which the scenario puts objects: make it there first, or name another server by --s3"
              .formatted(site.server(), bucket));
    }
  }

  @Override
  public void send(Shot shot) {
    FollowedPush push = new FollowedPush(shot, System.nanoTime(), Optional.of(clock));
    String bucket = shot.event().template().bucketName();
    ObjectCall call = Optional.ofNullable(calls.get(shot.event())).orElseThrow();
    follower.open().add(push);
    call.make(site.objects().apply(bucket), bucket, shot.key())
        .whenComplete(
            (requestId, failure) -> {
              if (failure == null) {
                measurements.accepted(shot, System.nanoTime());
                follower.open().answered(push, requestId);
              } else {
                follower.failed(push, kind(failure));
              }
            });
  }

  private String kind(Throwable failure) {
    return RemoteObjects.errorCode(failure)
        .orElseGet(() -> reachability.kind(site.server(), Failures.cause(failure)));
  }

  @Override
  public boolean isThisProcess() {
    return site.own().isPresent();
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "S3 at %s, followed at %s (its clock is known to %.1f ms)",
        site.server(),
        site.pushsim().endpoint(),
        clock.exact().toNanos() / NANOS_IN_MILLI);
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }
}
