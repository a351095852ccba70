package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.cli.Chaos;
import io.pushsim.cli.EventSources;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A served pushsim on whose ways things go wrong on purpose: {@code serve --chaos}. */
class ChaosAcceptanceTest {
  @TempDir private Path folder;

  private static ServeSettings settings(String faults, long seed) {
    return ServeSettings.onFreePort()
        .withSources(EventSources.OF_WEBHOOK.with(Chaos.parse(faults, seed)));
  }

  /** What became of some events, in the order in which they came. */
  private static List<String> fates(String faults, long seed) {
    try (LiveServer server = new LiveServer(settings(faults, seed))) {
      new SmallWorld(server).build("1");
      AdminClient admin = new AdminClient(server);
      for (int i = 0; i < 40; i++) {
        admin.post("events", SmallWorld.put(i));
      }
      admin.settle();
      List<String> fates = new ArrayList<>();
      admin
          .found("events?limit=200")
          .path("events")
          .forEach(event -> fates.add(event.path("outcome").asText() + event.path("faults")));
      assertThat(server.faults()).isEmpty();
      return fates;
    }
  }

  @Test
  void theSameSeedMeetsTheSameEventsWithTheSameFaults() {
    List<String> once = fates("duplicate=30%,drop=20%", 7);

    assertThat(once)
        .contains("matched", "matched[\"duplicate\"]", "dropped[\"drop\"]")
        .hasSizeBetween(41, 79)
        .isEqualTo(fates("duplicate=30%,drop=20%", 7))
        .isNotEqualTo(fates("duplicate=30%,drop=20%", 8));
  }

  @Test
  void aDroppedEventSaysSo_andFaultsAreCounted() {
    try (LiveServer server = new LiveServer(settings("drop=100%", 1))) {
      new SmallWorld(server).build("1");
      AdminClient admin = new AdminClient(server);
      admin.post("events", SmallWorld.PUT);
      admin.settle();

      JsonNode event = admin.found("events?outcome=dropped").at("/events/0");
      assertThat(event.path("reason").asText())
          .isEqualTo("the fault 'drop' was injected: it is never pushed");
      assertThat(event.path("deliveries")).isEmpty();
      assertThat(admin.get("metrics").body())
          .contains("pushsim_faults_total{fault=\"drop\"} 1.0")
          .contains("pushsim_faults_total{fault=\"delay\"} 0.0");
      assertThat(server.faults()).isEmpty();
    }
  }

  /** By this seed the first event is held back for almost five seconds, and the second is not. */
  @Test
  void aReorderedEventIsPushedAfterALaterOne() {
    try (LiveServer server = new LiveServer(settings("reorder=50%", 39))) {
      new SmallWorld(server).build("1");
      AdminClient admin = new AdminClient(server);
      admin.post("events", SmallWorld.PUT);
      admin.settle();
      JsonNode held = admin.found("events").at("/events/0");
      assertThat(held.path("faults").toString()).isEqualTo("[\"reorder\"]");
      assertThat(held.has("waitsUntil")).isTrue();

      admin.post("events", SmallWorld.ANOTHER_PUT);
      admin.settle();

      List<String> pushed = new ArrayList<>();
      admin
          .found("deliveries")
          .path("deliveries")
          .forEach(delivery -> pushed.add(delivery.path("key").asText()));
      assertThat(pushed).containsExactly("HappyFace.jpg", "images/cat.png");
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void aGrantCountsLater() {
    try (LiveServer server = new LiveServer(settings("propagationDelay=1h", 1))) {
      new SmallWorld(server).build("1");
      AdminClient admin = new AdminClient(server);
      admin.post("events", SmallWorld.PUT);
      admin.settle();

      JsonNode delivery = admin.found("deliveries").at("/deliveries/0");
      assertThat(delivery.path("outcome").asText()).isEqualTo("denied");
      assertThat(delivery.toString())
          .contains("statement 's3' is not in effect yet")
          .contains("Wait until ");
      assertThat(admin.get("metrics").body())
          .contains("pushsim_faults_total{fault=\"propagationDelay\"} 1.0");
      assertThat(
              server
                  .call("GetPolicy", "{\"FunctionName\": \"helloworld\", \"Qualifier\": \"PROD\"}")
                  .path("Policy")
                  .asText())
          .contains("\"Sid\":\"s3\"")
          .doesNotContain("InEffectFrom");
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void aDelayedEventStillWaits_whenPushsimIsStartedAgain() {
    JsonNode before;
    try (LiveServer server = new LiveServer(settings("delay=1h", 1).withData(folder))) {
      new SmallWorld(server).build("1");
      AdminClient admin = new AdminClient(server);
      admin.post("events", SmallWorld.PUT);
      admin.settle();
      before = admin.found("events").at("/events/0");
      assertThat(before.path("outcome").asText()).isEqualTo("accepted");
      assertThat(before.path("faults").toString()).isEqualTo("[\"delay\"]");
      assertThat(
              Instant.parse(before.path("receivedAt").asText())
                  .until(Instant.parse(before.path("waitsUntil").asText()), ChronoUnit.MINUTES))
          .isBetween(59L, 60L);
    }
    try (LiveServer server = new LiveServer(ServeSettings.onFreePort().withData(folder))) {
      AdminClient admin = new AdminClient(server);
      admin.settle();
      assertThat(admin.found("events").at("/events/0")).isEqualTo(before);
      assertThat(admin.found("deliveries").path("deliveries")).isEmpty();
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void aDelayedEventIsPushedInItsTime_whenPushsimIsStartedAgain() {
    try (LiveServer server = new LiveServer(settings("delay=1s", 1).withData(folder))) {
      new SmallWorld(server).build("1");
      new AdminClient(server).post("events", SmallWorld.PUT);
    }
    try (LiveServer server = new LiveServer(ServeSettings.onFreePort().withData(folder))) {
      AdminClient admin = new AdminClient(server);
      while (admin.found("deliveries?outcome=succeeded").path("deliveries").isEmpty()) {
        Thread.onSpinWait();
      }
      JsonNode delivery = admin.found("deliveries").at("/deliveries/0");
      assertThat(Instant.parse(delivery.at("/attempts/0/startedAt").asText()))
          .isAfterOrEqualTo(
              Instant.parse(delivery.path("receivedAt").asText()).plus(1, ChronoUnit.SECONDS));
      assertThat(admin.found("events").at("/events/0").has("waitsUntil")).isFalse();
      assertThat(server.faults()).isEmpty();
    }
  }
}
