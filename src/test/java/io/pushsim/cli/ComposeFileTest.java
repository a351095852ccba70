package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.ComposeFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code docker compose up} starts, held against what pushsim and its image are. */
class ComposeFileTest {
  private static final String PORT = "4580";

  private final ComposeFile compose = ComposeFile.read();
  private final Path top = Path.of("");

  @TempDir private Path folder;

  @Test
  void startsPushsimWithOptionsThatGoTogether() throws IOException {
    Path credentials = Files.writeString(folder.resolve("credentials"), compose.credentials());
    CommandSpec serve = CommandSpec.forAnnotatedObject(ServeLine.command());
    List<String> arguments = new ArrayList<>();
    for (String option : options()) {
      String name = option.substring(0, option.indexOf('='));
      assertThat(serve.findOption(name)).as(option).isNotNull();
      arguments.add(name.equals("--credentials") ? name + "=" + credentials : option);
    }
    Map<String, String> environment = compose.environment("pushsim");

    ServeSettings settings = new ServeLine(environment, arguments).settings();

    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.data()).contains(Path.of("/data"));
    assertThat(settings.port()).hasToString(PORT);
    assertThat(settings.access().keys()).isPresent();
    assertThat(settings.access().webhookToken()).isPresent();
    assertThat(settings.buckets())
        .containsExactly(new StandingBucket("examplebucket", "111111111111"));
    Set<String> variables =
        serve.options().stream()
            .map(option -> option.longestName().substring(2).replace('-', '_'))
            .map(name -> "PUSHSIM_" + name.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(variables).containsAll(environment.keySet());
    assertThat(environment).containsKey("PUSHSIM_WEBHOOK_TOKEN");
  }

  private List<String> options() {
    List<String> command = ComposeFile.words(compose.service("pushsim").path("command"));
    assertThat(command.get(0)).isEqualTo("serve");
    return command.subList(1, command.size());
  }

  private Optional<String> option(String name) {
    return options().stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst();
  }

  /** By names that MinIO reads (MinIO source, internal/event/target/webhook.go). */
  @Test
  void hasMinioPostToPushsimAndKeepWhatIsNotTaken() {
    Map<String, String> minio = compose.environment("minio");

    assertThat(minio)
        .containsOnlyKeys(
            "MINIO_ROOT_USER",
            "MINIO_ROOT_PASSWORD",
            "MINIO_NOTIFY_WEBHOOK_ENABLE_PUSHSIM",
            "MINIO_NOTIFY_WEBHOOK_ENDPOINT_PUSHSIM",
            "MINIO_NOTIFY_WEBHOOK_AUTH_TOKEN_PUSHSIM",
            "MINIO_NOTIFY_WEBHOOK_QUEUE_DIR_PUSHSIM")
        .containsEntry("MINIO_NOTIFY_WEBHOOK_ENABLE_PUSHSIM", "on")
        .containsEntry(
            "MINIO_NOTIFY_WEBHOOK_AUTH_TOKEN_PUSHSIM",
            compose.variable("pushsim", "PUSHSIM_WEBHOOK_TOKEN"));
    URI webhook = URI.create(compose.variable("minio", "MINIO_NOTIFY_WEBHOOK_ENDPOINT_PUSHSIM"));
    assertThat(webhook.getScheme()).isEqualTo("http");
    assertThat(webhook.getHost())
        .isEqualTo("pushsim")
        .isEqualTo(option("--allowed-host").orElseThrow());
    assertThat(webhook.getPort()).hasToString(PORT);
    assertThat(webhook.getPath()).isEqualTo("/_pushsim/events");
    String volume = mount("minio", "minio-data");
    assertThat(compose.variable("minio", "MINIO_NOTIFY_WEBHOOK_QUEUE_DIR_PUSHSIM"))
        .startsWith(volume + "/");
    String objects = ComposeFile.words(compose.service("minio").path("command")).get(1);
    assertThat(objects).startsWith(volume + "/");
    // What lies among the objects would be a bucket.
    assertThat(compose.variable("minio", "MINIO_NOTIFY_WEBHOOK_QUEUE_DIR_PUSHSIM"))
        .doesNotStartWith(objects);
    assertThat(option("--s3")).contains("http://minio:9000");
  }

  private String mount(String service, String volume) {
    String written =
        ComposeFile.words(compose.service(service).path("volumes")).stream()
            .filter(mounted -> mounted.startsWith(volume + ":"))
            .findFirst()
            .orElseThrow();
    assertThat(compose.content().path("volumes").has(volume)).as(volume).isTrue();
    return written.substring(volume.length() + 1);
  }

  @Test
  void knowsOnePairOfKeys() {
    String id = compose.variable("minio", "MINIO_ROOT_USER");
    String secret = compose.variable("minio", "MINIO_ROOT_PASSWORD");

    assertThat(id).hasSizeGreaterThanOrEqualTo(3);
    assertThat(secret).hasSizeGreaterThanOrEqualTo(8);
    assertThat(compose.credentials())
        .isEqualTo(
            "[111111111111]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                .formatted(id, secret));
    assertThat(compose.environment("pushsim"))
        .containsEntry("PUSHSIM_S3_ACCESS_KEY", id)
        .containsEntry("PUSHSIM_S3_SECRET_KEY", secret);
    for (String caller : List.of("bucket", "aws")) {
      assertThat(compose.environment(caller))
          .containsEntry("AWS_ACCESS_KEY_ID", id)
          .containsEntry("AWS_SECRET_ACCESS_KEY", secret);
    }
    assertThat(compose.environment("bucket"))
        .containsEntry("AWS_ENDPOINT_URL", "http://minio:9000");
    assertThat(compose.environment("aws"))
        .containsEntry("AWS_ENDPOINT_URL", "http://pushsim:" + PORT);
    JsonNode config = compose.service("pushsim").path("configs").path(0);
    assertThat(config.path("source").textValue()).isEqualTo("credentials");
    assertThat(config.path("target").textValue()).isEqualTo(option("--credentials").orElseThrow());
  }

  @Test
  void opensNothingButToThisMachine() {
    Map<String, List<String>> ports = new LinkedHashMap<>();
    compose
        .content()
        .path("services")
        .properties()
        .forEach(
            service -> {
              assertThat(service.getValue().has("network_mode")).as(service.getKey()).isFalse();
              List<String> opened = ComposeFile.words(service.getValue().path("ports"));
              if (!opened.isEmpty()) {
                ports.put(service.getKey(), opened);
              }
            });

    assertThat(ports).isEqualTo(Map.of("pushsim", List.of("127.0.0.1:" + PORT + ":" + PORT)));
  }

  @Test
  void waitsForWhatSaysThatItIsThere() {
    compose
        .content()
        .path("services")
        .properties()
        .forEach(
            service ->
                service
                    .getValue()
                    .path("depends_on")
                    .properties()
                    .forEach(awaited -> checkAwaited(awaited.getKey(), awaited.getValue())));
    assertThat(compose.service("pushsim").path("depends_on").has("minio")).isTrue();
    assertThat(ComposeFile.words(compose.service("minio").at("/healthcheck/test")))
        .startsWith("CMD", "curl", "--fail")
        .endsWith("http://127.0.0.1:9000/minio/health/live");
  }

  private void checkAwaited(String name, JsonNode how) {
    JsonNode service = compose.service(name);
    assertThat(service.isObject()).as(name).isTrue();
    if (how.path("condition").asText().equals("service_healthy")) {
      assertThat(service.at("/healthcheck/test")).as(name).isNotEmpty();
    } else {
      assertThat(how.path("condition").asText()).isEqualTo("service_completed_successfully");
      assertThat(service.has("restart")).as("%s starts again for ever", name).isFalse();
    }
  }

  @Test
  void namesImagesThatCanBeReplaced() {
    List<String> images = new ArrayList<>();
    compose
        .content()
        .path("services")
        .properties()
        .forEach(
            service -> {
              if (service.getValue().has("image")) {
                String image = service.getValue().path("image").asText();
                assertThat(image).matches("\\$\\{[A-Z_]+_IMAGE:-[a-z.]+/[a-z/-]+:[A-Za-z0-9.-]+}");
                images.add(image);
              }
            });

    assertThat(images)
        .hasSize(3)
        .noneMatch(image -> image.contains("docker.io/minio/") || image.endsWith(":latest}"))
        .anyMatch(image -> image.startsWith("${MINIO_IMAGE:-"));
  }

  @Test
  void buildsAnImageFromWhatIsThere() throws IOException {
    JsonNode build = compose.service("pushsim").path("build");
    Path dockerfile =
        top.resolve(build.path("context").asText()).resolve(build.path("dockerfile").asText());
    String text = Files.readString(dockerfile);
    List<String> let =
        Files.readAllLines(top.resolve(".dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();

    List<String> copied = new ArrayList<>();
    for (MatchResult copy : all("(?m)^COPY (?!--from)(.*) \\S+$", text)) {
      copied.addAll(List.of(copy.group(1).split(" ")));
    }
    assertThat(copied).contains("pom.xml", "src/main", "src/docker/health");
    assertThat(copied)
        .allSatisfy(
            source -> {
              assertThat(top.resolve(source)).exists();
              assertThat(let)
                  .as("let through by .dockerignore: %s", source)
                  .anyMatch(entry -> Path.of(source).startsWith(entry));
            });
    assertThat(let).allSatisfy(entry -> assertThat(top.resolve(entry)).exists());
    assertThat(text)
        .contains("\nWORKDIR /build\n", "COPY --from=build /build/target/pushsim /opt/pushsim\n")
        .contains("COPY src/docker/health /opt/pushsim/bin/health\n")
        .contains("ENTRYPOINT [\"/opt/pushsim/bin/pushsim\"]", "EXPOSE " + PORT)
        .contains("CMD [\"/opt/pushsim/bin/health\"]");
    assertThat(all("(?m)^USER (.*)$", text))
        .extracting(user -> user.group(1))
        .containsExactly("pushsim");
    assertThat(ComposeFile.words(compose.service("pushsim").at("/healthcheck/test")))
        .containsExactly("CMD", "/opt/pushsim/bin/health");
    assertThat(mount("pushsim", "pushsim-data")).isEqualTo(option("--data").orElseThrow());
    assertThat(text).contains("--group=pushsim /data ", "\nVOLUME /data\n");
    // The launcher and the stories that the image's build runs.
    assertThat(top.resolve("src/assembly/bin/pushsim")).exists();
    assertThat(top.resolve("scenarios/tutorial.yaml")).exists();
  }

  @Test
  void isWhatTheReadmeTells() throws IOException {
    String readme = Files.readString(top.resolve("README.md"));
    int from = readme.indexOf("## Beside MinIO, by Docker Compose");
    String section = readme.substring(from, readme.indexOf("\n## ", from));

    assertThat(section)
        .contains("export AWS_ENDPOINT_URL=http://127.0.0.1:" + PORT + " AWS_DEFAULT_REGION=")
        .contains("AWS_DEFAULT_REGION=" + compose.variable("aws", "AWS_DEFAULT_REGION"))
        .contains(
            "export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s\n"
                .formatted(
                    compose.variable("aws", "AWS_ACCESS_KEY_ID"),
                    compose.variable("aws", "AWS_SECRET_ACCESS_KEY")))
        .contains("Authorization: Bearer " + compose.variable("pushsim", "PUSHSIM_WEBHOOK_TOKEN"))
        .contains("--source-account 111111111111", "s3://examplebucket/")
        .contains("`docker compose run --rm aws`");
    assertThat(compose.service("bucket").path("command").path(0).asText())
        .contains("create-bucket --bucket examplebucket");
    assertThat(compose.service("aws").path("profiles")).isNotEmpty();
  }

  private static List<MatchResult> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }
}
