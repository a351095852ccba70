package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.LiveServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A served simulator in which a scenario's set-up stands: {@code pushsim serve --scenario}. */
class ServeScenarioAcceptanceTest extends LoadScenario {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void standsFromTheStart_andAgainAfterAReset(boolean onDisk) {
    ServeSettings settings = ServeSettings.onFreePort();
    try (LiveServer server =
        LiveServer.with(onDisk ? settings.withData(folder.resolve("data")) : settings, scenario)) {
      assertPushes(server);

      AdminClient admin = new AdminClient(server.endpoint());
      server.call("DeleteFunction", "{\"FunctionName\": \"hello\"}");
      assertThat(admin.post("reset", "").statusCode()).isEqualTo(204);

      assertThat(admin.found("deliveries").path("deliveries")).isEmpty();
      assertPushes(server);
      assertThat(server.faults()).isEmpty();
    }
  }

  /** One object comes to one delivery: the event steps of the story have not been played. */
  private static void assertPushes(LiveServer server) {
    try (S3Client s3 = server.s3(LiveServer.ACCOUNT, LiveServer.REGION)) {
      s3.putObject(
          request -> request.bucket("examplebucket").key("in/b.txt"),
          RequestBody.fromString("hello"));
    }
    AdminClient admin = new AdminClient(server.endpoint());
    admin.settle();
    JsonNode deliveries = admin.found("deliveries").path("deliveries");
    assertThat(deliveries).hasSize(1);
    assertThat(deliveries.at("/0/target").asText()).endsWith("hello:PROD");
    assertThat(deliveries.at("/0/outcome").asText()).isEqualTo("succeeded");
  }

  @Test
  void lasts_andIsNotSetUpOnceMore() {
    ServeSettings settings = ServeSettings.onFreePort().withData(folder.resolve("data"));
    try (LiveServer server = LiveServer.with(settings, scenario)) {
      server.startAgain();

      assertPushes(server);
    }
    assertThatThrownBy(() -> LiveServer.with(settings, scenario))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining(
            "--scenario sets up what stands at the start, but '%s' holds what an earlier run left: "
                .formatted(folder.resolve("data")));
  }

  @Test
  void servesAStoryWithoutEvents() throws IOException {
    change("  - PutObject: { Bucket: examplebucket, Key: in/a.txt, Body: hello }\n", "");

    try (LiveServer server = LiveServer.with(ServeSettings.onFreePort(), scenario)) {
      assertPushes(server);
    }
  }

  @Test
  void saysWhoseSetUpStands() {
    StartReport found = new StartReport(Optional.empty(), Optional.empty(), 0, Optional.empty());

    Cli banner =
        Cli.of(
            terminal -> {
              new ServeBanner(
                      ServeSettings.onFreePort(), Optional.of(Path.of("story.yaml")), 4580, found)
                  .print(terminal);
              return 0;
            });

    assertThat(banner.out()).contains("  stands              what story.yaml sets up\n");
  }

  @Test
  void tellsWhatIsWrongInTheFile() throws IOException {
    change("FunctionVersion: \"1\"\n", "FunctionVersion: \"9\"\n");

    Cli run = ServeLine.of("--ephemeral --scenario " + scenario).run();

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err())
        .contains("story.yaml:", "CreateAlias is refused (ResourceNotFoundException: ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesAFolderOfScenarios() {
    ServeLine.of("--ephemeral --scenario " + folder)
        .run()
        .assertServeIsRefused("a folder; name one scenario file");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Cli run = ServeLine.of("--ephemeral --scenario " + folder.resolve("none.yaml")).run();

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).contains("none.yaml");
    assertThat(run.out()).isEmpty();
  }
}
