package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.Zips;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.ComposeFile;
import io.pushsim.testing.Launched;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.SdkClients;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/**
 * What {@code docker-compose.yml} sets for MinIO and pushsim, tried on both as processes of this
 * machine: MinIO's webhook, its token, and its queue while pushsim is away.
 */
@Timeout(300)
class ComposeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ComposeFile compose = ComposeFile.read();
  private final Map<String, String> settings = compose.environment("minio");
  private final int port = ServerProcess.freePort();

  @TempDir private Path folder;

  @BeforeEach
  void needsMinio() {
    OutsideTool.MINIO.demand();
  }

  @Test
  void everyEventReachesPushsim_thoughItWasAway() {
    settings.put(
        "MINIO_NOTIFY_WEBHOOK_ENDPOINT_PUSHSIM",
        compose
            .variable("minio", "MINIO_NOTIFY_WEBHOOK_ENDPOINT_PUSHSIM")
            .replace("http://pushsim:4580", "http://127.0.0.1:" + port));
    settings.put("MINIO_NOTIFY_WEBHOOK_QUEUE_DIR_PUSHSIM", folder.resolve("queue").toString());
    try (ServerProcess minio = MinioServer.start(folder, ServerProcess.freePort(), settings);
        S3Client s3 = clients(minio.endpoint()).s3()) {
      s3.createBucket(request -> request.bucket("examplebucket"));
      QueueConfiguration rule =
          QueueConfiguration.builder()
              .queueArn("arn:minio:sqs::PUSHSIM:webhook")
              .eventsWithStrings("s3:ObjectCreated:*")
              .build();
      s3.putBucketNotificationConfiguration(
          request ->
              request
                  .bucket("examplebucket")
                  .notificationConfiguration(all -> all.queueConfigurations(rule)));
      try (ServedProcess served = serve()) {
        new HearingFunction("1", List.of("s3:ObjectCreated:*")).build(clients(served.endpoint()));
        put(s3, "first.txt");

        await(served, "deliveries?prefix=first&outcome=succeeded&count=true");
        assertThat(served.faults()).isEmpty();
      }
      put(s3, "while it was away.txt");
      try (ServedProcess again = serve()) {
        await(again, "events?prefix=while&count=true");
      }
    }
  }

  /** The README's blocks of commands but the first, which is Docker's, in one shell. */
  @Test
  void theReadmesWalkWorksAsPrinted() throws IOException {
    OutsideTool.AWS_CLI.demand();
    settings.put(
        "MINIO_NOTIFY_WEBHOOK_ENDPOINT_PUSHSIM", "http://127.0.0.1:" + port + "/_pushsim/events");
    settings.put("MINIO_NOTIFY_WEBHOOK_QUEUE_DIR_PUSHSIM", folder.resolve("queue").toString());
    Files.write(
        folder.resolve("helloworld.zip"),
        Zips.of("helloworld.js", "exports.handler = async () => 'message';"));
    Files.writeString(folder.resolve("helloworld.js"), "anything");
    try (ServerProcess minio = MinioServer.start(folder, ServerProcess.freePort(), settings);
        S3Client s3 = clients(minio.endpoint()).s3()) {
      s3.createBucket(request -> request.bucket("examplebucket"));
      try (ServedProcess served =
          serve(
              "--s3",
              minio.endpoint().toString(),
              "--s3-access-key",
              compose.variable("pushsim", "PUSHSIM_S3_ACCESS_KEY"),
              "--s3-secret-key",
              compose.variable("pushsim", "PUSHSIM_S3_SECRET_KEY"))) {
        Launched walked =
            Launched.start(List.of("bash", "-e", "-c", walk()), Caller.machine(), folder).await();

        assertThat(walked.exitCode()).as(walked.err()).isZero();
        String deliveries = walked.out().substring(walked.out().lastIndexOf("{\"deliveries\""));
        assertThat(TestResource.json(deliveries).path("deliveries"))
            .singleElement()
            .satisfies(
                delivery -> {
                  assertThat(delivery.path("key").textValue()).isEqualTo("in/helloworld.js");
                  assertThat(delivery.path("executedVersion").textValue()).isEqualTo("1");
                  assertThat(delivery.at("/attempts/0/result").textValue()).isEqualTo("message");
                });
        assertThat(served.faults()).isEmpty();
      }
    }
  }

  private String walk() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("## Beside MinIO, by Docker Compose");
    List<String> blocks =
        Pattern.compile("(?s)\n```sh\n(.*?)\n```")
            .matcher(readme.substring(from, readme.indexOf("\n## ", from)))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).hasSizeGreaterThan(1);
    assertThat(blocks.get(0)).startsWith("docker compose up");
    return String.join("\n", blocks.subList(1, blocks.size()))
        .replace("http://127.0.0.1:4580", "http://127.0.0.1:" + port);
  }

  private ServedProcess serve(String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    try {
      Path credentials = Files.writeString(folder.resolve("credentials"), compose.credentials());
      options.addAll(
          List.of(
              "--port",
              Integer.toString(port),
              "--credentials",
              credentials.toString(),
              "--webhook-token",
              compose.variable("pushsim", "PUSHSIM_WEBHOOK_TOKEN"),
              "--bucket-owner",
              "examplebucket=111111111111"));
      return ServedProcess.start(options.toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the hands of who has the keys of the compose file. */
  private SdkClients clients(URI endpoint) {
    return new SdkClients(
        endpoint,
        "us-east-1",
        compose.variable("minio", "MINIO_ROOT_USER"),
        compose.variable("minio", "MINIO_ROOT_PASSWORD"));
  }

  private static void put(S3Client s3, String key) {
    s3.putObject(
        request -> request.bucket("examplebucket").key(key), RequestBody.fromString("hello"));
  }

  private void await(ServedProcess served, String path) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String answer = get(served, path);
    while (TestResource.json(answer).path("count").asInt() != 1) {
      assertThat(System.nanoTime()).as("%s: %s; %s", path, answer, served.err()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      answer = get(served, path);
    }
  }

  private String get(ServedProcess served, String path) {
    return new AdminClient(served.endpoint())
        .send(
            "GET",
            path,
            "",
            "Authorization",
            "Bearer " + compose.variable("pushsim", "PUSHSIM_WEBHOOK_TOKEN"))
        .body();
  }
}
