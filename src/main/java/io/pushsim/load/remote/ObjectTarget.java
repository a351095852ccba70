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
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * An S3 server that tells a pushsim: each push is a request that changes an object, and what comes
 * of it is read from that pushsim's deliveries.
 */
public final class ObjectTarget extends RemoteTarget {
  private static final double NANOS_IN_MILLI = 1e6;

  private final Site site;
  private final Calls calls;
  private final TargetClock clock;
  private final Measurements measurements;
  private final Follower follower;

  /**
   * Where the objects are, and who is told of them.
   *
   * @param server the S3 server's address
   * @param clients of that server
   * @param pushsim that is told
   * @param own its functions, where it is of this process
   */
  public record Site(
      URI server, Clients clients, PushsimClient pushsim, Optional<LoadedFunctions> own) {}

  /** Clients of the S3 server. */
  public interface Clients {
    /** The one by which a bucket is used. */
    RemoteObjects ofBucket(String bucket);
  }

  /** By which requests events happen. */
  public interface Calls {
    /** That of an event of the load. */
    ObjectCall of(LoadEvent event);
  }

  /** An object that is to be there before the load. */
  public record Source(String bucket, String key, ObjectCall put) {}

  private ObjectTarget(Site site, Calls calls, Reconnaissance known, Measurements measurements) {
    super(site.own().orElse(known), known.process());
    this.site = site;
    this.calls = calls;
    this.measurements = measurements;
    clock = known.clock();
    follower = new Follower(site.pushsim(), clock, measurements, reachability);
  }

  /**
   * The target, once both have been asked whether they can be loaded.
   *
   * @param events of the load, of each kind one
   * @param calls by which they happen
   * @param sources objects that are put there first, since copies are made of them
   * @throws RemoteException where they cannot be loaded
   */
  public static ObjectTarget of(
      Site site,
      List<LoadEvent> events,
      Calls calls,
      List<Source> sources,
      Measurements measurements)
      throws InterruptedException {
    Reconnaissance known = Reconnaissance.of(site.pushsim(), events, "--pushsim");
    Stream.concat(
            events.stream().map(event -> event.template().bucketName()),
            sources.stream().map(Source::bucket))
        .distinct()
        .sorted()
        .forEach(bucket -> require(site, bucket));
    sources.forEach(source -> put(site, source));
    ObjectTarget target = new ObjectTarget(site, calls, known, measurements);
    target.follower.start();
    return target;
  }

  private static void require(Site site, String bucket) {
    if (!answer(site, site.clients().ofBucket(bucket).hasBucket(bucket))) {
      throw new RemoteException(
          "The S3 server at %s has no bucket '%s', in which the scenario has objects: make it there first, or name another server by --s3"
              .formatted(site.server(), bucket));
    }
  }

  private static void put(Site site, Source source) {
    answer(
        site,
        source.put().make(site.clients().ofBucket(source.bucket()), source.bucket(), source.key()));
  }

  private static <T> T answer(Site site, CompletionStage<T> asked) {
    try {
      return asked.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new RemoteException(
          Failures.cause(e) instanceof SimulatorException told
              ? told.message()
              : "The S3 server at %s does not take an object before the load (%s): see why, or name another by --s3"
                  .formatted(
                      site.server(),
                      RemoteObjects.errorCode(e).orElse(String.valueOf(Failures.cause(e)))));
    }
  }

  @Override
  public void send(Shot shot) {
    FollowedPush push = new FollowedPush(shot, System.nanoTime(), Optional.of(clock));
    String bucket = shot.event().template().bucketName();
    ObjectCall call = calls.of(shot.event());
    follower.open().add(push);
    call.make(site.clients().ofBucket(bucket), bucket, shot.key())
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
