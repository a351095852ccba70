package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.cli.LiveSimulator;
import io.pushsim.cli.S3Settings;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * What people see of an S3 server with pushsim before it, the same of every server: objects as they
 * put them, and each event pushed at the alias that the bucket names, if it may be.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3FrontContract {
  private static final int MEBIBYTE = 1024 * 1024;

  private S3Stand stand;
  private S3Client s3;

  @TempDir private Path folder;

  /** Starts server and pushsim, or skips the test where there is no such server. */
  abstract S3Stand stand(Path empty) throws IOException;

  /** pushsim before a server on this port of loopback. */
  static LiveSimulator.Settings before(
      LiveSimulator.Settings settings, int port, String accessKey, String secretKey) {
    return settings.withS3(
        new S3Settings(
            RemoteSettings.of(
                "http://127.0.0.1:" + port,
                Optional.of(new RemoteSettings.Keys(accessKey, secretKey))),
            Set.of()));
  }

  @BeforeAll
  void start(@TempDir Path empty) throws IOException {
    stand = stand(empty);
    s3 = new S3People(stand).sdk();
    try (LambdaClient lambda = lambda()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("told")
                  .runtime(Runtime.NODEJS22_X)
                  .handler("index.handler")
                  .role("arn:aws:iam::111111111111:role/any")
                  .publish(true)
                  .code(
                      code ->
                          code.zipFile(
                              SdkBytes.fromByteArray(
                                  Zips.ofHandler("event.Records[0].s3.object.key")))));
      for (String alias : List.of("PROD", "BETA")) {
        lambda.createAlias(
            request -> request.functionName("told").name(alias).functionVersion("1"));
      }
    }
  }

  private LambdaClient lambda() {
    return stand.pushsim().lambda(LiveServer.ACCOUNT, stand.region());
  }

  @AfterEach
  void nothingWentWrongInside() {
    assertThat(stand.pushsim().faults()).isEmpty();
  }

  @AfterAll
  void stop() {
    if (stand != null) {
      s3.close();
      stand.close();
    }
  }

  private boolean can(S3Capability capability) {
    return stand.capabilities().contains(capability);
  }

  private String arn(String alias) {
    return "arn:aws:lambda:%s:%s:function:told:%s"
        .formatted(stand.region(), LiveServer.ACCOUNT, alias);
  }

  /**
   * A bucket that tells PROD of everything, which may be told, and BETA of beta/, which may not.
   */
  private Pushes telling(String bucket) {
    s3.createBucket(request -> request.bucket(bucket));
    try (LambdaClient lambda = lambda()) {
      lambda.addPermission(
          request ->
              request
                  .functionName("told")
                  .qualifier("PROD")
                  .statementId(bucket)
                  .principal("s3.amazonaws.com")
                  .action("lambda:InvokeFunction")
                  .sourceArn("arn:aws:s3:::" + bucket)
                  .sourceAccount(LiveServer.ACCOUNT));
    }
    s3.putBucketNotificationConfiguration(
        request ->
            request
                .bucket(bucket)
                .skipDestinationValidation(true)
                .notificationConfiguration(
                    told ->
                        told.lambdaFunctionConfigurations(
                            List.of(
                                rule(
                                    "PROD",
                                    "prod/",
                                    "s3:ObjectCreated:*",
                                    "s3:ObjectRemoved:*",
                                    "s3:ObjectTagging:*"),
                                rule("BETA", "beta/", "s3:ObjectCreated:*")))));
    return new Pushes(stand.pushsim(), bucket);
  }

  private LambdaFunctionConfiguration rule(String alias, String prefix, String... events) {
    FilterRule begins = FilterRule.builder().name("prefix").value(prefix).build();
    return LambdaFunctionConfiguration.builder()
        .id(alias)
        .lambdaFunctionArn(arn(alias))
        .eventsWithStrings(events)
        .filter(filter -> filter.key(key -> key.filterRules(List.of(begins))))
        .build();
  }

  private void put(String bucket, String key, String content) {
    s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
  }

  private String get(String bucket, String key) {
    return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
  }

  private static void assertPushed(JsonNode delivery, String eventName) {
    assertThat(delivery.path("eventName").asText()).isEqualTo(eventName);
    assertThat(delivery.path("outcome").asText()).as(delivery.toString()).isEqualTo("succeeded");
    assertThat(delivery.path("executedVersion").asText()).isEqualTo("1");
    assertThat(delivery.path("target").asText()).endsWith(":PROD");
  }

  @Test
  void keepsAnObjectAndTellsOfIt() {
    Pushes pushes = telling("whole-life");
    s3.putObject(
        request ->
            request
                .bucket("whole-life")
                .key("prod/a.txt")
                .contentType("text/plain")
                .metadata(Map.of("colour", "grün")),
        RequestBody.fromString("hello world"));

    ResponseInputStream<GetObjectResponse> range =
        s3.getObject(request -> request.bucket("whole-life").key("prod/a.txt").range("bytes=6-8"));
    assertThat(range).hasContent("wor");
    assertThat(range.response().contentRange()).isEqualTo("bytes 6-8/11");
    assertThat(
            s3.headObject(request -> request.bucket("whole-life").key("prod/a.txt"))
                .contentLength())
        .isEqualTo(11);
    assertPushed(pushes.await("prod/a.txt", 1).get(0), "ObjectCreated:Put");

    s3.copyObject(
        request ->
            request
                .sourceBucket("whole-life")
                .sourceKey("prod/a.txt")
                .destinationBucket("whole-life")
                .destinationKey("prod/copy.txt"));
    assertThat(get("whole-life", "prod/copy.txt")).isEqualTo("hello world");
    assertPushed(pushes.await("prod/copy.txt", 1).get(0), "ObjectCreated:Copy");

    s3.deleteObject(request -> request.bucket("whole-life").key("prod/a.txt"));
    assertThatThrownBy(() -> get("whole-life", "prod/a.txt"))
        .isInstanceOf(NoSuchKeyException.class);
    assertPushed(pushes.await("prod/a.txt", 2).get(1), "ObjectRemoved:Delete");
  }

  @Test
  void deniesWhoMayNotBeTold() {
    Pushes pushes = telling("beta-too");
    put("beta-too", "beta/a.txt", "hello");

    JsonNode delivery = pushes.await("beta/a.txt", 1).get(0);
    assertThat(delivery.path("target").asText()).endsWith(":BETA");
    assertThat(delivery.path("outcome").asText()).isEqualTo("denied");
    assertThat(delivery.at("/decision/kind").asText()).isEqualTo("implicitDeny");
    assertThat(delivery.at("/decision/remedies/0/command").asText())
        .contains("--qualifier BETA", "--source-arn arn:aws:s3:::beta-too");
  }

  @Test
  void putsAnObjectTogether() {
    Pushes pushes = telling("in-parts");
    String upload =
        s3.createMultipartUpload(request -> request.bucket("in-parts").key("prod/big")).uploadId();
    List<byte[]> parts = List.of(bytes(5 * MEBIBYTE, 1), bytes(1000, 2));
    List<CompletedPart> done =
        IntStream.rangeClosed(1, 2)
            .mapToObj(
                number ->
                    CompletedPart.builder()
                        .partNumber(number)
                        .eTag(
                            s3.uploadPart(
                                    request ->
                                        request
                                            .bucket("in-parts")
                                            .key("prod/big")
                                            .uploadId(upload)
                                            .partNumber(number),
                                    RequestBody.fromBytes(parts.get(number - 1)))
                                .eTag())
                        .build())
            .toList();
    s3.completeMultipartUpload(
        request ->
            request
                .bucket("in-parts")
                .key("prod/big")
                .uploadId(upload)
                .multipartUpload(all -> all.parts(done)));

    assertThat(s3.headObject(request -> request.bucket("in-parts").key("prod/big")).contentLength())
        .isEqualTo(5 * MEBIBYTE + 1000);
    assertPushed(pushes.await("prod/big", 1).get(0), "ObjectCreated:CompleteMultipartUpload");
  }

  @Test
  void deletesManyAtOnce() {
    Pushes pushes = telling("many-at-once");
    List<String> keys = List.of("prod/1", "prod/2", "prod/a b");
    keys.forEach(key -> put("many-at-once", key, key));
    keys.forEach(key -> pushes.await(key, 1));

    s3.deleteObjects(
        request ->
            request
                .bucket("many-at-once")
                .delete(
                    all ->
                        all.objects(
                            keys.stream()
                                .map(key -> ObjectIdentifier.builder().key(key).build())
                                .toList())));

    for (String key : keys) {
      assertPushed(pushes.await(key, 2).get(1), "ObjectRemoved:Delete");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prod/a b.txt",
        "prod/a+b.txt",
        "prod/100%.txt",
        "prod/%2F%20.txt",
        "prod/日本語/ключ é.txt",
        "prod/a&b=c?d#e;f@g:h,i.txt",
        "prod/~!*()'.txt",
        "prod/<\"quoted\">.txt"
      })
  void keepsOddKeys(String key, TestInfo info) {
    String bucket = "odd-" + Integer.toUnsignedString(key.hashCode());
    Pushes pushes = telling(bucket);
    put(bucket, key, info.getDisplayName());

    assertThat(get(bucket, key)).isEqualTo(info.getDisplayName());
    assertThat(s3.listObjectsV2(request -> request.bucket(bucket)).contents())
        .extracting(S3Object::key)
        .containsExactly(key);
    assertPushed(pushes.await(key, 1).get(0), "ObjectCreated:Put");
  }

  @Test
  void keepsDoubledSlashes_orSaysThatItCannot() {
    telling("doubled");
    if (can(S3Capability.DOUBLED_SLASHES)) {
      put("doubled", "prod//a", "hello");
      assertThat(get("doubled", "prod//a")).isEqualTo("hello");
      return;
    }
    try {
      put("doubled", "prod//a", "hello");
      // A server on a file system takes both for one.
      assertThat(s3.listObjectsV2(request -> request.bucket("doubled")).contents())
          .extracting(S3Object::key)
          .containsExactly("prod/a");
    } catch (S3Exception refused) {
      assertThat(refused.statusCode()).isEqualTo(400);
    }
  }

  @Test
  void keepsVersions() {
    Pushes pushes = telling("versions");
    if (!can(S3Capability.VERSIONS)) {
      assertThatThrownBy(() -> keepVersions("versions"))
          .isInstanceOf(S3Exception.class)
          .extracting(refused -> ((S3Exception) refused).statusCode())
          .isEqualTo(501);
      return;
    }
    keepVersions("versions");
    put("versions", "prod/a", "one");
    put("versions", "prod/a", "two");
    pushes.await("prod/a", 2);
    s3.deleteObject(request -> request.bucket("versions").key("prod/a"));

    assertPushed(
        pushes.await("prod/a", 3).get(2),
        can(S3Capability.DELETE_MARKERS)
            ? "ObjectRemoved:DeleteMarkerCreated"
            : "ObjectRemoved:Delete");
    assertThat(
            s3.listObjectVersions(request -> request.bucket("versions")).versions().stream()
                .map(
                    version ->
                        s3.getObjectAsBytes(
                                request ->
                                    request
                                        .bucket("versions")
                                        .key("prod/a")
                                        .versionId(version.versionId()))
                            .asUtf8String()))
        .containsExactlyInAnyOrder("one", "two");
  }

  private void keepVersions(String bucket) {
    s3.putBucketVersioning(
        request ->
            request
                .bucket(bucket)
                .versioningConfiguration(
                    versions -> versions.status(BucketVersioningStatus.ENABLED)));
  }

  @Test
  void tellsOfTagsAsAwsDoes() {
    Pushes pushes = telling("tagged");
    put("tagged", "prod/a", "hello");
    pushes.await("prod/a", 1);
    Runnable tagging =
        () ->
            s3.putObjectTagging(
                request ->
                    request
                        .bucket("tagged")
                        .key("prod/a")
                        .tagging(tags -> tags.tagSet(Tag.builder().key("k").value("v").build())));
    if (!can(S3Capability.TAGS)) {
      assertThatThrownBy(tagging::run).isInstanceOf(S3Exception.class);
      return;
    }
    tagging.run();

    assertPushed(pushes.await("prod/a", 2).get(1), "ObjectTagging:Put");
  }

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

  private static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
