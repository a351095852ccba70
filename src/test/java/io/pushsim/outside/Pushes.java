package io.pushsim.outside;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What pushsim has pushed for a bucket, as its own paths tell it. */
record Pushes(LiveServer pushsim, String bucket) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Waits until so many events of a key have been pushed or refused.
   *
   * @return the deliveries, oldest first
   */
  List<JsonNode> await(String key, int count) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<JsonNode> found = of(key);
    while (found.size() < count || found.stream().anyMatch(Pushes::isRunning)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "%d deliveries of '%s' do not come; there are %s, and the events %s"
                .formatted(count, key, found, get("events?bucket=" + bucket)));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      found = of(key);
    }
    return found;
  }

  private static boolean isRunning(JsonNode delivery) {
    return delivery.path("outcome").asText().equals("running");
  }

  /** The deliveries of exactly this key so far, oldest first. */
  List<JsonNode> of(String key) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode page =
        get(
            "deliveries?limit=1000&bucket=%s&prefix=%s"
                .formatted(bucket, URLEncoder.encode(key, StandardCharsets.UTF_8)));
    page.path("deliveries")
        .forEach(
            delivery -> {
              if (delivery.path("key").asText().equals(key)) {
                found.add(0, delivery);
              }
            });
    return found;
  }

  private JsonNode get(String path) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(pushsim.endpoint() + "/_pushsim/" + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      return TestResource.json(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
