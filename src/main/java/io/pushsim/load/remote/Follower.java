package io.pushsim.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.load.measurement.Measurements;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Reads from a running pushsim, again and again, what came of pushes. */
final class Follower {
  private static final int LARGEST_PAGE = 1000;

  /** More pages are not read at once: what they hold comes the next time. */
  private static final int MOST_PAGES = 10;

  private static final Duration PAUSE = Duration.ofMillis(200);

  /** How much earlier than it was sent a push may have come by the target's clock. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final PushsimClient client;
  private final TargetClock clock;
  private final Measurements measurements;
  private final Reachability reachability;
  private final OpenPushes open = new OpenPushes(LARGEST_PAGE * MOST_PAGES);
  private final Thread thread = new Thread(this::follow, "pushsim-load-follower");
  private volatile boolean closed;

  /**
   * @param measurements are told what comes of pushes
   * @param reachability is told where nobody answers any more
   */
  Follower(
      PushsimClient client,
      TargetClock clock,
      Measurements measurements,
      Reachability reachability) {
    this.client = client;
    this.clock = clock;
    this.measurements = measurements;
    this.reachability = reachability;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** The pushes that it follows. */
  OpenPushes open() {
    return open;
  }

  /** A push came to nothing on its way there. */
  void failed(FollowedPush push, String kind) {
    if (open.remove(push)) {
      measurements.failed(push.shot(), kind);
      measurements.over(push.shot());
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
    OptionalLong oldest = open.oldest();
    if (oldest.isEmpty()) {
      return;
    }
    Instant since = clock.at(oldest.getAsLong()).minus(MARGIN).truncatedTo(ChronoUnit.MILLIS);
    try {
      String path =
          "deliveries?limit=%d&since=%s"
              .formatted(LARGEST_PAGE, URLEncoder.encode(since.toString(), StandardCharsets.UTF_8));
      // The newest come first; of one object the oldest delivery is the oldest push's.
      Deque<JsonNode> deliveries = new ArrayDeque<>();
      JsonNode page = client.get(path);
      page.path("deliveries").forEach(deliveries::push);
      for (int i = 1; i < MOST_PAGES && page.hasNonNull("next"); i++) {
        page = client.get(path + "&next=" + page.path("next").asText());
        page.path("deliveries").forEach(deliveries::push);
      }
      deliveries.forEach(this::take);
    } catch (ConnectException refused) {
      reachability.hasGone(client.endpoint());
    } catch (IOException | RemoteException notNow) {
      // A busy target may not answer in time: it is asked again, and what it then still does not
      // tell counts as unfinished.
    }
  }

  private void take(JsonNode delivery) {
    Optional<FollowedPush> push = open.of(delivery);
    if (push.isPresent() && push.get().look(delivery, measurements) && open.remove(push.get())) {
      measurements.over(push.get().shot());
    }
  }

  /** Follows no more what comes of pushes. */
  void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join();
  }
}
