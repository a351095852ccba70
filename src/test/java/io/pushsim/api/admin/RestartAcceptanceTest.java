package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.cli.ServeSettings;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.LiveServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What was there before pushsim ended is there when it is started again, in the same folder. */
class RestartAcceptanceTest {
  private static final String ONCE_STARTED =
      """
      new Promise(resolve => setTimeout(() => resolve("late"), 1500))""";

  @TempDir private Path folder;

  private LiveServer start() {
    return new LiveServer(ServeSettings.onFreePort().withData(folder));
  }

  @Test
  void everythingIsAsItWas() {
    JsonNode before;
    JsonNode events;
    String function;
    try (LiveServer server = start()) {
      new SmallWorld(server).build("event.Records[0].s3.object.key");
      AdminClient admin = new AdminClient(server);
      admin.post("events", SmallWorld.PUT);
      admin.settle();
      admin.post("events", SmallWorld.PUT);
      before = admin.found("deliveries");
      events = admin.found("events");
      function = described(server);
      assertThat(before.at("/deliveries/0/outcome").asText()).isEqualTo("succeeded");
      assertThat(events.path("events")).hasSize(2);
      assertThat(server.faults()).isEmpty();
    }
    try (LiveServer server = start()) {
      AdminClient admin = new AdminClient(server);
      assertThat(admin.found("deliveries")).isEqualTo(before);
      assertThat(admin.found("events")).isEqualTo(events);
      assertThat(described(server)).isEqualTo(function);

      assertThat(
              AdminClient.json(admin.post("events", SmallWorld.PUT), 200)
                  .path("duplicates")
                  .asInt())
          .isEqualTo(1);
      admin.post("events", SmallWorld.put(7));
      admin.settle();
      assertThat(admin.found("deliveries?count=true").path("count").asInt()).isEqualTo(2);
      assertThat(admin.found("deliveries").at("/deliveries/0/attempts/0/result").asText())
          .isEqualTo("HappyFace.jpg");
      assertThat(server.faults()).isEmpty();
    }
  }

  private static String described(LiveServer server) {
    try (LambdaClient lambda = server.lambda()) {
      return lambda.getFunctionConfiguration(request -> request.functionName("helloworld:PROD"))
          + lambda.getPolicy(r -> r.functionName("helloworld").qualifier("PROD")).policy()
          + lambda.listVersionsByFunction(r -> r.functionName("helloworld")).versions();
    }
  }

  @Test
  void aDeliveryThatHadNotEndedGoesOn() {
    String id;
    try (LiveServer server = start()) {
      new SmallWorld(server).build(ONCE_STARTED);
      AdminClient admin = new AdminClient(server);
      admin.post("events", SmallWorld.PUT);
      while (admin.found("deliveries").path("deliveries").isEmpty()) {
        Thread.onSpinWait();
      }
      JsonNode delivery = admin.found("deliveries").at("/deliveries/0");
      id = delivery.path("id").asText();
      assertThat(delivery.path("outcome").asText()).isEqualTo("running");
    }
    try (LiveServer server = start()) {
      AdminClient admin = new AdminClient(server);
      admin.settle();
      JsonNode deliveries = admin.found("deliveries").path("deliveries");
      assertThat(deliveries).hasSize(1);
      assertThat(deliveries.at("/0/id").asText()).isEqualTo(id);
      assertThat(deliveries.at("/0/outcome").asText()).isEqualTo("succeeded");
      assertThat(deliveries.at("/0/attempts")).hasSize(1);
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void aDeliveryThatGoesOnIsNotDecidedAnew() {
    try (LiveServer server = start()) {
      SmallWorld world = new SmallWorld(server).build(ONCE_STARTED);
      AdminClient admin = new AdminClient(server);
      admin.post("events", SmallWorld.PUT);
      while (admin.found("deliveries").path("deliveries").isEmpty()) {
        Thread.onSpinWait();
      }
      world.revoke();
    }
    try (LiveServer server = start()) {
      AdminClient admin = new AdminClient(server);
      admin.settle();
      JsonNode deliveries = admin.found("deliveries").path("deliveries");
      assertThat(deliveries).hasSize(1);
      assertThat(deliveries.at("/0/outcome").asText()).isEqualTo("succeeded");
      assertThat(admin.found("deliveries?outcome=running&count=true").path("count").asInt())
          .isZero();
    }
  }

  @Test
  void objectsAreAsTheyWere_andTellOfChanges() {
    try (LiveServer server = start();
        S3Client s3 = server.s3(LiveServer.ACCOUNT, LiveServer.REGION)) {
      new SmallWorld(server).build("event.Records[0].eventName");
      s3.putObject(r -> r.bucket("examplebucket").key("in/a b"), RequestBody.fromString("hello"));
      AdminClient admin = new AdminClient(server);
      admin.settle();
      assertThat(admin.found("deliveries").at("/deliveries/0/key").asText()).isEqualTo("in/a b");
    }
    try (LiveServer server = start();
        S3Client s3 = server.s3(LiveServer.ACCOUNT, LiveServer.REGION)) {
      assertThat(s3.getObjectAsBytes(r -> r.bucket("examplebucket").key("in/a b")).asUtf8String())
          .isEqualTo("hello");
      s3.copyObject(
          r ->
              r.sourceBucket("examplebucket")
                  .sourceKey("in/a b")
                  .destinationBucket("examplebucket")
                  .destinationKey("in/c"));
      AdminClient admin = new AdminClient(server);
      admin.settle();
      JsonNode newest = admin.found("deliveries").at("/deliveries/0");
      assertThat(newest.path("key").asText()).isEqualTo("in/c");
      assertThat(newest.at("/attempts/0/result").asText()).isEqualTo("ObjectCreated:Copy");
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void aResetLasts() {
    try (LiveServer server = start()) {
      new SmallWorld(server).build("1");
      AdminClient admin = new AdminClient(server);
      admin.post("events", SmallWorld.PUT);
      admin.settle();
      admin.post("reset", "");
    }
    try (LiveServer server = start()) {
      AdminClient admin = new AdminClient(server);
      assertThat(admin.found("deliveries?count=true").path("count").asInt()).isZero();
      assertThat(admin.found("events?count=true").path("count").asInt()).isZero();
      assertThat(server.call("ListFunctions", "{}").path("Functions")).isEmpty();
      assertThat(server.call("ListBuckets", "{}").path("Buckets")).isEmpty();
    }
  }

  @Test
  void aSecondPushsimIsRefused() {
    try (LiveServer server = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(SimulatorException.class)
          .hasMessageContaining("'%s'".formatted(folder))
          .hasMessageContaining("another pushsim, process " + ProcessHandle.current().pid());
      assertThat(new AdminClient(server).get("health").statusCode()).isEqualTo(200);
    }
    start().close();
  }
}
