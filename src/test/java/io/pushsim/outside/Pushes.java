package io.pushsim.outside;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.testing.LiveServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What pushsim has pushed for a bucket, as its own paths tell it. */
record Pushes(LiveServer pushsim, String bucket) {
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
                .formatted(count, key, found, admin().found("events?bucket=" + bucket)));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      found = of(key);
    }
    return found;
  }

  private AdminClient admin() {
    return new AdminClient(pushsim.endpoint());
  }

  private static boolean isRunning(JsonNode delivery) {
    return delivery.path("outcome").asText().equals("running");
  }

  /** The deliveries of exactly this key so far, oldest first. */
  List<JsonNode> of(String key) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode page =
        admin()
            .found(
                "deliveries?limit=1000&bucket=%s&prefix=%s"
                    .formatted(bucket, AdminClient.encoded(key)));
    page.path("deliveries")
        .forEach(
            delivery -> {
              if (delivery.path("key").asText().equals(key)) {
                found.add(0, delivery);
              }
            });
    return found;
  }
}
