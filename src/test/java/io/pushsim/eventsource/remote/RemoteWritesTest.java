package io.pushsim.eventsource.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.SimulatorException;
import io.pushsim.testing.LiveServer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** What pushsim writes to an S3 server behind it; here that is another pushsim. */
class RemoteWritesTest {
  private static final String KEY = "aws/lambda/async/fn/2026/01/02/2026-01-02T03.04.05-1";

  private final LiveServer server = new LiveServer();
  private final RemoteSettings.Keys keys = new RemoteSettings.Keys(LiveServer.ACCOUNT, "secret");
  private final RemoteS3 remote =
      new RemoteS3(
          new RemoteSettings(server.endpoint(), Optional.of(keys)),
          keys,
          ForkJoinPool.commonPool());

  @AfterEach
  void stop() {
    remote.close();
    server.close();
  }

  private CompletableFuture<Void> put(String bucket) {
    return remote
        .put(bucket, KEY, "{\"a\": 1}".getBytes(StandardCharsets.UTF_8))
        .toCompletableFuture();
  }

  @Test
  void anObjectIsThere_whenItWasPut() {
    server.call("CreateBucket", "{\"Bucket\": \"records\"}");

    put("records").join();

    try (S3Client s3 = server.s3(LiveServer.ACCOUNT, LiveServer.REGION)) {
      ResponseBytes<GetObjectResponse> object =
          s3.getObjectAsBytes(request -> request.bucket("records").key(KEY));
      assertThat(object.asUtf8String()).isEqualTo("{\"a\": 1}");
      assertThat(object.response().contentType()).isEqualTo("application/json");
    }
  }

  @Test
  void aRefusalIsTheServers() {
    assertThatThrownBy(() -> put("nowhere").join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("bucket does not exist");
  }
}
