package io.pushsim.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.eventsource.S3EventWriter;
import io.pushsim.function.Alias;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A running pushsim: each push is a notification at its webhook, and what comes of it is read from
 * its deliveries, again and again.
 */
public final class RemoteTarget implements LoadTarget {
  private static final int LARGEST_PAGE = 1000;

  /** More pages are not read at once: what they hold comes the next time. */
  private static final int MOST_PAGES = 10;

  private static final Duration PAUSE = Duration.ofMillis(200);

  /** How much earlier than it was sent a push may have come by the target's clock. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final PushsimClient client;
  private final Function<String, Optional<Bucket>> buckets;
  private final Measurements measurements;
  private final Map<FunctionArn, Alias> aliases;
  private final Duration clock;
  private final S3EventWriter writer = new S3EventWriter();
  // Request ids of two loads must not be the same: the second would be a duplicate.
  private final String load = UUID.randomUUID().toString().substring(0, 8);
  private final ConcurrentMap<String, FollowedPush> open = new ConcurrentHashMap<>();
  private final Thread follower = new Thread(this::follow, "pushsim-load-follower");
  private volatile Optional<String> gone = Optional.empty();
  private volatile boolean closed;

  private RemoteTarget(
      PushsimClient client,
      Function<String, Optional<Bucket>> buckets,
      Reconnaissance known,
      Measurements measurements) {
    this.client = client;
    this.buckets = buckets;
    this.measurements = measurements;
    this.aliases = known.aliases();
    this.clock = known.clock();
  }

  /**
   * The target, once it has been asked whether it can be loaded.
   *
   * @param events of the load
   * @param buckets of the story, by name: what notifications say of them
   * @throws RemoteException where it cannot be loaded
   */
  public static RemoteTarget of(
      PushsimClient client,
      List<LoadEvent> events,
      Function<String, Optional<Bucket>> buckets,
      Measurements measurements)
      throws InterruptedException {
    Reconnaissance known = Reconnaissance.of(client, events);
    RemoteTarget target = new RemoteTarget(client, buckets, known, measurements);
    target.follower.setDaemon(true);
    target.follower.start();
    return target;
  }

  @Override
  public void send(Shot shot) {
    long sent = System.nanoTime();
    String requestId = "%s%08X".formatted(load, shot.number()).toUpperCase(Locale.ROOT);
    ObjectEvent event = shot.objectEvent(Instant.now(), requestId);
    Bucket bucket = buckets.apply(event.bucketName()).orElseThrow();
    open.put(requestId, new FollowedPush(shot, sent));
    client
        .push(writer.write(S3Event.of(event, bucket, "load")))
        .whenComplete(
            (status, failure) -> {
              if (failure != null) {
                notAccepted(requestId, shot, kind(failure));
              } else if (status != 200) {
                notAccepted(requestId, shot, "HTTP " + status);
              } else {
                measurements.accepted(shot, System.nanoTime());
              }
            });
  }

  private void notAccepted(String requestId, Shot shot, String kind) {
    if (open.remove(requestId) != null) {
      measurements.failed(shot, kind);
      measurements.over(shot);
    }
  }

  private String kind(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof HttpTimeoutException) {
      return "no answer in time";
    }
    if (cause instanceof ConnectException) {
      hasGone();
    }
    return "no connection";
  }

  private void hasGone() {
    if (gone.isEmpty()) {
      gone = Optional.of("%s does not answer any more.".formatted(client.endpoint()));
    }
  }

  private void follow() {
    try {
      while (!closed) {
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads what came since the oldest push was sent of which the end is not known. */
  private void look() throws InterruptedException {
    long now = System.nanoTime();
    long oldest = open.values().stream().mapToLong(FollowedPush::sent).min().orElse(now);
    if (oldest == now) {
      return;
    }
    Instant since =
        Instant.now()
            .minusNanos(now - oldest)
            .plus(clock)
            .minus(MARGIN)
            .truncatedTo(ChronoUnit.MILLIS);
    try {
      String path =
          "deliveries?limit=%d&since=%s"
              .formatted(LARGEST_PAGE, URLEncoder.encode(since.toString(), StandardCharsets.UTF_8));
      Optional<String> next = page(client.get(path));
      for (int i = 1; i < MOST_PAGES && next.isPresent() && !open.isEmpty(); i++) {
        next = page(client.get(path + "&next=" + next.get()));
      }
    } catch (ConnectException refused) {
      hasGone();
    } catch (IOException | RemoteException notNow) {
      // A busy target may not answer in time: it is asked again, and what it then still does not
      // tell counts as unfinished.
    }
  }

  /**
   * Takes in a page of deliveries.
   *
   * @return where the next one begins; empty where there is none
   */
  private Optional<String> page(JsonNode page) {
    for (JsonNode delivery : page.path("deliveries")) {
      String requestId = delivery.path("s3RequestId").asText();
      FollowedPush push = open.get(requestId);
      if (push != null && push.look(delivery, measurements) && open.remove(requestId, push)) {
        measurements.over(push.shot());
      }
    }
    return Optional.ofNullable(page.get("next")).map(JsonNode::asText);
  }

  @Override
  public int senders() {
    return 1;
  }

  @Override
  public Optional<Alias> alias(FunctionArn target) {
    return Optional.ofNullable(aliases.get(target));
  }

  @Override
  public Set<FunctionArn> functions() {
    return aliases.keySet();
  }

  @Override
  public Optional<String> gone() {
    return gone;
  }

  @Override
  public boolean isThisProcess() {
    return false;
  }

  @Override
  public String description() {
    return client.endpoint() + ", by its webhook";
  }

  /** Follows no more what comes of pushes. */
  public void close() throws InterruptedException {
    closed = true;
    follower.interrupt();
    follower.join();
  }
}
