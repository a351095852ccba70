package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pushsim.api.admin.AdminClient;
import io.pushsim.testing.Launched;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a file system of a few megabytes, which only root can make. */
@Timeout(180)
class FullDiskIT {
  private static final String PUT = new TestResource("minio-events/01-put.json").text();
  private static final int MOST_EVENTS = 20_000;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Path disk;
  private int number;

  @BeforeEach
  void mount() throws IOException {
    disk = Files.createDirectory(folder.resolve("disk"));
    int exitCode = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
    assumeTrue(
        exitCode == 0, "SKIPPED: no file system can be mounted here, so no disk can be full");
  }

  @AfterEach
  void unmount() {
    run("umount", disk.toString());
  }

  private int run(String... command) {
    return Launched.start(List.of(command), System.getenv(), folder).await().exitCode();
  }

  @Test
  void eventsAreRefused_untilThereIsRoomAgain() throws IOException, InterruptedException {
    Path filler = disk.resolve("filler");
    Files.write(filler, new byte[4 << 20]);
    String data = disk.resolve("data").toString();
    int accepted;
    try (ServedProcess served = ServedProcess.start("--data", data)) {
      HttpResponse<String> answer = post(served);
      while (answer.statusCode() == 200 && number < MOST_EVENTS) {
        answer = post(served);
      }
      accepted = number - 1;
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .contains("ServiceUnavailableException", data, "full", "make room on that disk");
      assertThat(post(served).statusCode()).isEqualTo(503);
      assertThat(admin(served).get("health").statusCode()).isEqualTo(200);
      HttpResponse<String> bucket = createBucket(served);
      assertThat(bucket.statusCode()).isEqualTo(503);
      assertThat(bucket.body()).contains("<Code>ServiceUnavailable</Code>", "make room");
      assertThat(served.err()).containsOnlyOnce("cannot write its journal");

      Files.delete(filler);
      while (post(served).statusCode() == 503) {
        Thread.onSpinWait();
      }
      accepted++;
      assertThat(createBucket(served).statusCode()).isEqualTo(200);
      assertThat(admin(served).get("settled?timeout=60s").statusCode()).isEqualTo(200);
      assertThat(served.err()).contains("writes its journal", "again");
      assertThat(served.faults()).isEmpty();
    }
    try (ServedProcess served = ServedProcess.start("--data", data)) {
      assertThat(admin(served).found("events?count=true").path("count").intValue())
          .isEqualTo(Math.min(accepted, 10_000));
    }
  }

  @Test
  void saysSo_whenThereIsNoRoomAtItsStart() throws IOException {
    String data = disk.resolve("data").toString();
    try (ServedProcess served = ServedProcess.start("--data", data)) {
      assertThat(post(served).statusCode()).isEqualTo(200);
    }
    fill(disk.resolve("filler"));

    Launched launched =
        Installation.built().run(System.getenv(), "serve", "--port", "0", "--data", data);

    assertThat(launched.exitCode()).as(launched.err()).isEqualTo(2);
    assertThat(launched.err()).contains(data, "make room on that disk");
  }

  private static void fill(Path file) throws IOException {
    byte[] page = new byte[4096];
    try (OutputStream filler = Files.newOutputStream(file)) {
      for (int pages = 0; pages < 4096; pages++) {
        filler.write(page);
      }
    } catch (IOException full) {
      assertThat(file.toFile().getFreeSpace()).isZero();
    }
  }

  /** One more event. */
  private HttpResponse<String> post(ServedProcess served) {
    number++;
    String body = PUT.replace("18EA89DBFA75C975", "%016X".formatted(number));
    return admin(served).post("events", body);
  }

  private static AdminClient admin(ServedProcess served) {
    return new AdminClient(served.endpoint());
  }

  private HttpResponse<String> createBucket(ServedProcess served)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(served.endpoint().resolve("/apples"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
