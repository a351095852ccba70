package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.SdkClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;

/** {@code pushsim serve --listen} beside a real MinIO of which nothing is configured. */
@Timeout(300)
class MinioListenIT {
  private static final String KEY = "in/a b+c%20\u00e9\u65e5&<>'\"~*.txt";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** It answers the record that it is given. */
  private static final HearingFunction FUNCTION =
      new HearingFunction(
          "event.Records[0]",
          List.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:ObjectTagging:*"));

  @TempDir private Path folder;

  @BeforeEach
  void needsMinio() {
    OutsideTool.MINIO.demand();
  }

  @Test
  void pushesWhatHappensInTheBucket_alsoAfterTheServerWasAway() {
    try (ServerProcess minio = MinioServer.start(folder, ServerProcess.freePort(), Map.of());
        S3Client s3 = s3(minio)) {
      s3.createBucket(request -> request.bucket("examplebucket"));
      try (ServedProcess served = listening(minio)) {
        FUNCTION.build(new SdkClients(served.endpoint(), "us-east-1", "111111111111", "any"));
        awaitSaid(served, " is open.");

        put(s3, KEY);
        s3.putObjectTagging(
            request ->
                request
                    .bucket("examplebucket")
                    .key(KEY)
                    .tagging(tags -> tags.tagSet(Tag.builder().key("a").value("b").build())));
        s3.deleteObject(request -> request.bucket("examplebucket").key(KEY));
        List<JsonNode> deliveries = awaitDeliveries(served, 3);

        assertThat(deliveries)
            .extracting(delivery -> delivery.path("eventName").textValue())
            .containsExactlyInAnyOrder(
                "ObjectCreated:Put", "ObjectTagging:Put", "ObjectRemoved:Delete");
        assertThat(deliveries)
            .allSatisfy(
                delivery -> {
                  assertThat(delivery.path("key").textValue()).isEqualTo(KEY);
                  assertThat(delivery.path("outcome").textValue()).isEqualTo("succeeded");
                  assertThat(delivery.at("/attempts/0/result/eventSource").textValue())
                      .isEqualTo("aws:s3");
                });
        assertThat(admin(served).get("metrics").body()).contains("pushsim_listen_streams_open 1.0");

        minio.stop();
        awaitSaid(served, " was interrupted: ");
        minio.startAgain();
        awaitSaid(served, " may be missing: ");
        put(s3, "after.txt");

        assertThat(awaitDeliveries(served, 4))
            .extracting(delivery -> delivery.path("key").textValue())
            .contains("after.txt");
        assertThat(served.faults()).isEmpty();
      }
    }
  }

  @Test
  void saysWhatIsWrong_untilTheBucketIsThere() {
    try (ServerProcess minio = MinioServer.start(folder, ServerProcess.freePort(), Map.of());
        S3Client s3 = s3(minio);
        ServedProcess served = listening(minio, "--native-events")) {
      awaitSaid(served, "there is no bucket 'examplebucket'; create it there. It tries again.");
      s3.createBucket(request -> request.bucket("examplebucket"));
      FUNCTION.build(new SdkClients(served.endpoint(), "us-east-1", "111111111111", "any"));
      awaitSaid(served, " is open.");
      put(s3, KEY);

      JsonNode record = awaitDeliveries(served, 1).get(0).at("/attempts/0/result");
      assertThat(record.path("eventSource").textValue()).isEqualTo("minio:s3");
      assertThat(record.at("/s3/object/key").textValue()).isEqualTo(KEY);
      assertThat(record.at("/s3/object/contentType").isTextual()).isTrue();
    }
  }

  private static ServedProcess listening(ServerProcess minio, String... more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--s3",
                minio.endpoint().toString(),
                "--s3-access-key",
                MinioServer.ACCESS_KEY,
                "--s3-secret-key",
                MinioServer.SECRET_KEY,
                "--bucket-owner",
                "examplebucket=111111111111",
                "--listen",
                "examplebucket"));
    options.addAll(List.of(more));
    return ServedProcess.start(options.toArray(String[]::new));
  }

  private static S3Client s3(ServerProcess minio) {
    return new SdkClients(
            minio.endpoint(), "us-east-1", MinioServer.ACCESS_KEY, MinioServer.SECRET_KEY)
        .s3();
  }

  private static void put(S3Client s3, String key) {
    s3.putObject(
        request -> request.bucket("examplebucket").key(key), RequestBody.fromString("hello"));
  }

  private static void awaitSaid(ServedProcess served, String words) {
    await(served, "it to say: " + words, err -> err.contains(words));
  }

  private static List<JsonNode> awaitDeliveries(ServedProcess served, int count) {
    await(
        served,
        count + " deliveries",
        err -> admin(served).found("deliveries?count=true").path("count").intValue() == count);
    admin(served).settle();
    return List.copyOf(admin(served).found("deliveries").path("deliveries").valueStream().toList());
  }

  private static AdminClient admin(ServedProcess served) {
    return new AdminClient(served.endpoint());
  }

  private static void await(ServedProcess served, String what, Predicate<String> arrived) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!arrived.test(served.err())) {
      assertThat(System.nanoTime())
          .as("waited for %s; it said %s", what, served.err())
          .isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
