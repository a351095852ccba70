package io.pushsim.load.remote;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.eventsource.S3EventWriter;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A running pushsim: each push is a notification at its webhook, and what comes of it is read from
 * its deliveries.
 */
public final class NotifyingTarget extends RemoteTarget {
  private final PushsimClient client;
  private final Function<String, Optional<Bucket>> buckets;
  private final Measurements measurements;
  private final Follower follower;
  private final S3EventWriter writer = new S3EventWriter();
  // Request ids of two loads must not be the same: the second would be a duplicate.
  private final String load = UUID.randomUUID().toString().substring(0, 8);

  private NotifyingTarget(
      PushsimClient client,
      Function<String, Optional<Bucket>> buckets,
      Reconnaissance known,
      Measurements measurements) {
    super(known, known.process());
    this.client = client;
    this.buckets = buckets;
    this.measurements = measurements;
    follower = new Follower(client, known.clock(), measurements, reachability);
  }

  /**
   * The target, once it has been asked whether it can be loaded.
   *
   * @param events of the load
   * @param buckets of the story, by name: what notifications say of them
   * @throws RemoteException where it cannot be loaded
   */
  public static NotifyingTarget of(
      PushsimClient client,
      List<LoadEvent> events,
      Function<String, Optional<Bucket>> buckets,
      Measurements measurements)
      throws InterruptedException {
    NotifyingTarget target =
        new NotifyingTarget(
            client, buckets, Reconnaissance.of(client, events, "--target"), measurements);
    target.follower.start();
    return target;
  }

  @Override
  public void send(Shot shot) {
    FollowedPush push = new FollowedPush(shot, System.nanoTime(), Optional.empty());
    String requestId = "%s%08X".formatted(load, shot.number()).toUpperCase(Locale.ROOT);
    ObjectEvent event = shot.objectEvent(Instant.now(), requestId);
    Bucket bucket = buckets.apply(event.bucketName()).orElseThrow();
    follower.open().add(push, requestId);
    client
        .push(writer.write(S3Event.of(event, bucket, "load")))
        .whenComplete(
            (status, failure) -> {
              if (failure != null) {
                follower.failed(push, reachability.kind(client.endpoint(), failure));
              } else if (status != 200) {
                follower.failed(push, "HTTP " + status);
              } else {
                measurements.accepted(shot, System.nanoTime());
              }
            });
  }

  @Override
  public String description() {
    return client.endpoint() + ", by its webhook";
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }
}
