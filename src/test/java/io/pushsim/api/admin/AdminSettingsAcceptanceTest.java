package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.access.WebhookToken;
import io.pushsim.arn.Scope;
import io.pushsim.cli.Chaos;
import io.pushsim.cli.EventSources;
import io.pushsim.cli.ServeAccess;
import io.pushsim.cli.ServeSettings;
import io.pushsim.cli.StandingBucket;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Retention;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** pushsim's own paths where somebody has set how they are to be. */
class AdminSettingsAcceptanceTest {

  @Test
  void askForTheToken_whereOneIsSet() {
    ServeAccess access =
        new ServeAccess(Optional.empty(), Optional.of(WebhookToken.of("secret")), List.of());
    try (LiveServer server = new LiveServer(ServeSettings.onFreePort().withAccess(access))) {
      AdminClient admin = new AdminClient(server);

      for (String path : new String[] {"deliveries", "events", "metrics", "settled", "nothing"}) {
        JsonNode refusal = AdminClient.json(admin.get(path), 403);
        assertThat(refusal.path("error").asText()).isEqualTo("AccessDeniedException");
      }
      assertThat(admin.post("events", SmallWorld.PUT).statusCode()).isEqualTo(403);
      assertThat(admin.post("reset", "").statusCode()).isEqualTo(403);
      assertThat(admin.get("health").statusCode()).isEqualTo(200);
      assertThat(admin.get("code/x").body()).contains("<Code>AccessDenied</Code>");
      HttpResponse<String> let =
          admin.send("POST", "events", SmallWorld.PUT, "Authorization", "Bearer secret");
      assertThat(let.statusCode()).isEqualTo(200);
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void keepTheNewestDeliveries_asManyAsAreSet() {
    try (LiveServer server = new LiveServer(keeping(new Retention(2, Optional.empty())))) {
      AdminClient admin = new AdminClient(server);
      new SmallWorld(server).build("1");
      for (int i = 0; i < 3; i++) {
        admin.post("events", SmallWorld.put(i));
        admin.settle();
      }
      admin.post("events", SmallWorld.ANOTHER_PUT);
      admin.settle();

      JsonNode deliveries = admin.found("deliveries").path("deliveries");

      assertThat(deliveries).hasSize(2);
      assertThat(deliveries.at("/0/key").asText()).isEqualTo("images/cat.png");
      assertThat(admin.found("events?count=true").path("count").asInt()).isEqualTo(2);
    }
  }

  @Test
  void keepDeliveries_asLongAsIsSet() {
    Retention brief = new Retention(Integer.MAX_VALUE, Optional.of(Duration.ofMillis(500)));
    try (LiveServer server = new LiveServer(keeping(brief))) {
      AdminClient admin = new AdminClient(server);
      new SmallWorld(server).build("1");
      admin.post("events", SmallWorld.PUT);
      admin.settle();
      assertThat(count(admin)).isEqualTo(1);

      Instant end = Instant.now().plusSeconds(10);
      while (count(admin) > 0 && Instant.now().isBefore(end)) {
        Thread.onSpinWait();
      }

      assertThat(count(admin)).isZero();
    }
  }

  @Test
  void giveHandlersWhatTheServerWrote_whereThatIsSet() {
    try (LiveServer server =
        new LiveServer(
            ServeSettings.onFreePort()
                .withSources(new EventSources(true, Optional.empty(), Chaos.NONE)))) {
      AdminClient admin = new AdminClient(server);
      new SmallWorld(server).build("event");
      admin.post("events", SmallWorld.PUT);
      admin.settle();

      JsonNode given = admin.found("deliveries").at("/deliveries/0/attempts/0/result");

      assertThat(given).isNotEmpty();
      assertThat(given.path("Records"))
          .isEqualTo(TestResource.json(SmallWorld.PUT).path("Records"));
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void knowTheOwnersOfBuckets_fromTheStartAndAfterAReset() {
    StandingBucket another = new StandingBucket("otherbucket", "222222222222");
    ServeSettings settings =
        ServeSettings.onFreePort()
            .withHome(new Scope(LiveServer.ACCOUNT, LiveServer.REGION))
            .withBuckets(List.of(new StandingBucket("examplebucket", LiveServer.ACCOUNT), another));
    try (LiveServer server = new LiveServer(settings)) {
      AdminClient admin = new AdminClient(server);
      for (int i = 0; i < 2; i++) {
        SmallWorld world = new SmallWorld(server);
        world.function("1");
        world.grant();
        world.notifies("prod", SmallWorld.PROD, "s3:ObjectCreated:*");
        admin.post("events", SmallWorld.PUT);
        admin.post("events", SmallWorld.ANOTHER_PUT.replace("examplebucket", "otherbucket"));
        admin.settle();

        JsonNode deliveries = admin.found("deliveries").path("deliveries");
        assertThat(deliveries).hasSize(1);
        assertThat(deliveries.at("/0/outcome").asText()).isEqualTo("succeeded");
        assertThat(admin.found("events?bucket=otherbucket").at("/events/0/reason").asText())
            .isEqualTo("the bucket has no notification configuration");
        assertThat(admin.post("reset", "").statusCode()).isEqualTo(204);
      }
      try (S3Client s3 = server.s3("222222222222", LiveServer.REGION)) {
        assertThat(s3.listBuckets().buckets())
            .extracting(Bucket::name)
            .containsExactly("otherbucket");
        assertThat(s3.headBucket(request -> request.bucket("otherbucket")).bucketRegion())
            .isEqualTo(LiveServer.REGION);
      }
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void refuseToStart_whenABucketCannotBe() {
    ServeSettings settings =
        ServeSettings.onFreePort()
            .withBuckets(
                List.of(
                    new StandingBucket("examplebucket", "111111111111"),
                    new StandingBucket("examplebucket", "222222222222")));

    assertThatThrownBy(() -> new LiveServer(settings))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining(
            "The bucket 'examplebucket' belongs to 111111111111 already, so 222222222222 cannot own it");
  }

  private static int count(AdminClient admin) {
    return admin.found("deliveries?count=true").path("count").asInt();
  }

  private static ServeSettings keeping(Retention retention) {
    return ServeSettings.onFreePort().withRetention(retention);
  }
}
