package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What people see of an S3 server with pushsim before it, the same of every server: objects as they
 * put them, and each event pushed at the alias that the bucket names, if it may be.
 */
@Timeout(300)
abstract class S3FrontContract extends S3ObjectsContract {
  @Test
  void takesPresignedRequests() throws Exception {
    Pushes pushes = telling("presigned");
    try (var presigner = new S3People(stand).presigner();
        HttpHolder http = new HttpHolder()) {
      URI put =
          presigner
              .presignPutObject(
                  request ->
                      request
                          .signatureDuration(Duration.ofMinutes(5))
                          .putObjectRequest(object -> object.bucket("presigned").key("prod/a b")))
              .url()
              .toURI();
      assertThat(http.put(put, "hello").statusCode()).isEqualTo(200);
      URI get =
          presigner
              .presignGetObject(
                  request ->
                      request
                          .signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(object -> object.bucket("presigned").key("prod/a b")))
              .url()
              .toURI();
      assertThat(http.get(get).body()).isEqualTo("hello");
      assertThat(http.get(URI.create(get + "0")).statusCode()).isEqualTo(403);
    }
    assertPushed(pushes.await("prod/a b", 1).get(0), "ObjectCreated:Put");
  }

  /** A client that knows nothing of AWS. */
  private static final class HttpHolder implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();

    HttpResponse<String> put(URI uri, String body) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(uri)
              .expectContinue(true)
              .PUT(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {}
  }

  @Test
  void carries50MegabytesThereAndBack() throws IOException {
    s3.createBucket(request -> request.bucket("fifty"));
    Path up = folder.resolve("up");
    Path down = folder.resolve("down");
    Files.write(up, bytes(50 * MEBIBYTE, 3));

    s3.putObject(request -> request.bucket("fifty").key("big"), up);
    s3.getObject(request -> request.bucket("fifty").key("big"), down);

    assertThat(sha256(down)).isEqualTo(sha256(up));
    assertThat(stand.pushsim().bodyBytes()).as("bytes held in memory").isZero();
  }

  @Test
  void servesTheAwsCli() throws IOException {
    OutsideTool.AWS_CLI.demand();
    AwsCli aws = new S3People(stand).cli(folder);
    byte[] content = bytes(20 * MEBIBYTE, 4);
    Files.write(folder.resolve("photo ü.jpg"), content);

    assertThat(aws.run("s3", "mb", "s3://of-the-cli").err()).isEmpty();
    assertThat(aws.run("s3", "cp", "photo ü.jpg", "s3://of-the-cli/in/").exitCode()).isZero();
    assertThat(aws.run("s3", "ls", "s3://of-the-cli/in/").out()).contains("photo ü.jpg");
    assertThat(aws.run("s3", "cp", "s3://of-the-cli/in/photo ü.jpg", "back").exitCode()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("back"))).isEqualTo(content);
    assertThat(aws.run("s3", "sync", ".", "s3://of-the-cli/all").exitCode()).isZero();
    assertThat(aws.answer("s3api", "list-buckets", "--query", "Buckets[].Name").toString())
        .contains("of-the-cli");
    assertThat(aws.run("s3", "rb", "--force", "s3://of-the-cli").exitCode()).isZero();
    assertThat(
            aws.refusal("s3api", "get-bucket-notification-configuration", "--bucket", "of-the-cli"))
        .contains("(NoSuchBucket)");
  }

  @Test
  void forgetsABucketThatIsDeleted() {
    telling("deleted");
    s3.deleteBucket(request -> request.bucket("deleted"));

    assertThatThrownBy(
            () -> s3.getBucketNotificationConfiguration(request -> request.bucket("deleted")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() -> put("deleted", "prod/a", "hello"))
        .isInstanceOf(NoSuchBucketException.class);
  }

  @Test
  void readsCodeThatLiesInABucket() throws IOException {
    s3.createBucket(request -> request.bucket("with-code"));
    s3.putObject(
        request -> request.bucket("with-code").key("code v1.zip"),
        RequestBody.fromBytes(Zips.ofHandler("'from a bucket'")));
    try (LambdaClient lambda = lambda()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("from-bucket")
                  .runtime(Runtime.NODEJS22_X)
                  .handler("index.handler")
                  .role("arn:aws:iam::111111111111:role/any")
                  .code(code -> code.s3Bucket("with-code").s3Key("code v1.zip")));
      assertThat(
              lambda
                  .invoke(request -> request.functionName("from-bucket"))
                  .payload()
                  .asUtf8String())
          .isEqualTo("\"from a bucket\"");
      assertThatThrownBy(
              () ->
                  lambda.updateFunctionCode(
                      request ->
                          request
                              .functionName("from-bucket")
                              .s3Bucket("with-code")
                              .s3Key("other.zip")))
          .hasMessageContaining("S3 Error Code: NoSuchKey");
    }
  }

  @Test
  void leavesSignaturesToTheServer() {
    s3.createBucket(request -> request.bucket("well-signed"));
    try (S3Client wrong = new S3People(stand).sdk("another secret", builder -> {})) {
      assertThatThrownBy(() -> wrong.listObjectsV2(request -> request.bucket("well-signed")))
          .isInstanceOf(S3Exception.class)
          .hasMessageContaining("ignature");
    }
  }

  @Test
  void comparesTheOwnerThatACallerExpects() {
    s3.createBucket(request -> request.bucket("expected"));

    assertThatThrownBy(
            () ->
                s3.listObjectsV2(
                    request -> request.bucket("expected").expectedBucketOwner("999999999999")))
        .isInstanceOf(S3Exception.class)
        .extracting(refused -> ((S3Exception) refused).statusCode())
        .isEqualTo(403);
  }

  @Test
  void losesNothing_whenTheServerIsAwayForAWhile() {
    if (!can(S3Capability.GOES_AWAY)) {
      return;
    }
    Pushes pushes = telling("comes-back");
    put("comes-back", "prod/before", "hello");
    pushes.await("prod/before", 1);

    stand.stopServer();
    try (S3Client impatient =
        new S3People(stand)
            .sdk(
                stand.secretKey(),
                builder ->
                    builder.overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1))))) {
      assertThatThrownBy(
              () ->
                  impatient.putObject(
                      request -> request.bucket("comes-back").key("prod/lost"),
                      RequestBody.fromString("hello")))
          .isInstanceOf(S3Exception.class)
          .hasMessageContaining("behind pushsim does not answer");
    } finally {
      stand.startServer();
    }

    assertThat(get("comes-back", "prod/before")).isEqualTo("hello");
    assertThat(
            s3.getBucketNotificationConfiguration(request -> request.bucket("comes-back"))
                .lambdaFunctionConfigurations())
        .hasSize(2);
    put("comes-back", "prod/after", "hello");
    assertPushed(pushes.await("prod/after", 1).get(0), "ObjectCreated:Put");
    assertThat(pushes.of("prod/before")).hasSize(1);
  }

  @Test
  void losesNothing_whenPushsimIsStartedAgain() {
    if (!can(S3Capability.LASTS)) {
      return;
    }
    Pushes pushes = telling("lasts");
    put("lasts", "prod/before", "hello");
    put("lasts", "beta/before", "hello");
    List<JsonNode> told = pushes.await("prod/before", 1);
    List<JsonNode> refused = pushes.await("beta/before", 1);

    stand.pushsim().startAgain();

    assertThat(get("lasts", "prod/before")).isEqualTo("hello");
    assertThat(
            s3.getBucketNotificationConfiguration(request -> request.bucket("lasts"))
                .lambdaFunctionConfigurations())
        .hasSize(2);
    assertThat(pushes.of("prod/before")).isEqualTo(told);
    assertThat(pushes.of("beta/before")).isEqualTo(refused);
    put("lasts", "prod/after", "hello");
    assertPushed(pushes.await("prod/after", 1).get(0), "ObjectCreated:Put");
    put("lasts", "beta/after", "hello");
    assertThat(pushes.await("beta/after", 1).get(0).path("outcome").asText()).isEqualTo("denied");
  }
}
