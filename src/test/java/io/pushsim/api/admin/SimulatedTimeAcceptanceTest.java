package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.access.CredentialsFile;
import io.pushsim.cli.ServeAccess;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.SdkClients;
import io.pushsim.time.TimeScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.State;

/** A served simulator's time, beside the machine's. */
class SimulatedTimeAcceptanceTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** Of a slow machine; but time that does not pass faster exhausts it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final DateTimeFormatter LAST_MODIFIED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXX", Locale.ROOT);

  @TempDir private Path folder;

  @Test
  void anHourPassesWithinASecond_forWhateverWaitsInIt() {
    ServeSettings settings =
        ServeSettings.onFreePort()
            .withSettle(HOUR)
            .withTimeScale(TimeScale.parse("3600").orElseThrow());
    try (LiveServer server = new LiveServer(settings);
        LambdaClient lambda = server.lambda()) {
      AdminClient admin = new AdminClient(server);
      new SmallWorld(server).build("'let in'");
      Instant settled = created(lambda).plus(HOUR);
      admin.post("events", SmallWorld.PUT);

      await(() -> state(lambda) == State.ACTIVE);
      await(() -> !admin.found("deliveries?outcome=succeeded").path("deliveries").isEmpty());

      JsonNode attempt = admin.found("deliveries").at("/deliveries/0/attempts/0");
      assertThat(attempt.path("result").asText()).isEqualTo("let in");
      assertThat(time(attempt.path("startedAt"))).isAfterOrEqualTo(settled);
      JsonNode health = admin.found("health");
      assertThat(health.path("timeScale").asDouble()).isEqualTo(3600);
      assertThat(time(health.path("time"))).isAfterOrEqualTo(settled);
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void theTimeGoesOnAfterARestart_whereItIsAheadOfTheMachines() throws IOException {
    ServeSettings settings = ServeSettings.onFreePort().withData(folder);
    Instant written;
    try (LiveServer server =
        new LiveServer(settings.withTimeScale(TimeScale.parse("100000").orElseThrow()))) {
      AdminClient admin = new AdminClient(server);
      // Were handlers' time not the machine's, this one would have no time to answer.
      new SmallWorld(server).build("new Date().toISOString()");
      Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
      await(() -> time(admin.found("health").path("time")).isAfter(tomorrow));
      admin.post("events", SmallWorld.PUT);
      admin.settle();
      JsonNode delivery = admin.found("deliveries").at("/deliveries/0");
      assertThat(time(delivery.at("/attempts/0/result"))).isBefore(tomorrow);
      written = time(delivery.at("/attempts/0/endedAt"));
      assertThat(written).isAfter(tomorrow);
      assertThat(server.faults()).isEmpty();
    }
    ServeAccess access =
        new ServeAccess(
            Optional.of(CredentialsFile.read(credentials())), Optional.empty(), List.of());
    try (LiveServer server = new LiveServer(settings.withAccess(access));
        LambdaClient signer = client(server, "secret");
        LambdaClient guesser = client(server, "guess")) {
      AdminClient admin = new AdminClient(server);
      JsonNode health = admin.found("health");
      assertThat(time(health.path("time"))).isAfterOrEqualTo(written);
      assertThat(time(health.path("since"))).isBefore(written);
      assertThat(health.path("timeScale").asDouble()).isEqualTo(1);

      assertThat(state(signer)).isEqualTo(State.ACTIVE);
      assertThatThrownBy(() -> state(guesser))
          .isInstanceOf(LambdaException.class)
          .hasMessageContaining("The request signature we calculated does not match");
      admin.post("events", SmallWorld.put(7));
      admin.settle();
      assertThat(time(admin.found("deliveries").at("/deliveries/0/receivedAt")))
          .isAfterOrEqualTo(written);
      assertThat(server.faults()).isEmpty();
    }
  }

  private Path credentials() throws IOException {
    return Files.writeString(
        folder.resolve("credentials"),
        "[%s]\naws_access_key_id = AKIDONE\naws_secret_access_key = secret\n"
            .formatted(LiveServer.ACCOUNT));
  }

  private static LambdaClient client(LiveServer server, String secret) {
    return new SdkClients(server.endpoint(), LiveServer.REGION, "AKIDONE", secret).lambda();
  }

  private static Instant created(LambdaClient lambda) {
    String time =
        lambda
            .getFunctionConfiguration(request -> request.functionName("helloworld"))
            .lastModified();
    return OffsetDateTime.parse(time, LAST_MODIFIED).toInstant();
  }

  private static State state(LambdaClient lambda) {
    return lambda.getFunctionConfiguration(request -> request.functionName("helloworld")).state();
  }

  private static Instant time(JsonNode text) {
    return Instant.parse(text.asText());
  }

  private static void await(Supplier<Boolean> condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.get()) {
      assertThat(Instant.now()).isBefore(end);
    }
  }
}
