package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.cli.S3Settings;
import io.pushsim.cli.ServeSettings;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.testing.LiveServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/** pushsim before an S3 server, and what tests of it need: clients, and a bucket that tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3FrontWorld {
  static final int MEBIBYTE = 1024 * 1024;

  S3Stand stand;
  S3Client s3;

  @TempDir Path folder;

  /** Starts server and pushsim, or skips the test where there is no such server. */
  abstract S3Stand stand(Path empty) throws IOException;

  /** pushsim before a server on this port of loopback. */
  static ServeSettings before(
      ServeSettings settings, int port, String accessKey, String secretKey) {
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

  LambdaClient lambda() {
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

  boolean can(S3Capability capability) {
    return stand.capabilities().contains(capability);
  }

  String arn(String alias) {
    return "arn:aws:lambda:%s:%s:function:told:%s"
        .formatted(stand.region(), LiveServer.ACCOUNT, alias);
  }

  /**
   * A bucket that tells PROD of everything, which may be told, and BETA of beta/, which may not.
   */
  Pushes telling(String bucket) {
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

  LambdaFunctionConfiguration rule(String alias, String prefix, String... events) {
    FilterRule begins = FilterRule.builder().name("prefix").value(prefix).build();
    return LambdaFunctionConfiguration.builder()
        .id(alias)
        .lambdaFunctionArn(arn(alias))
        .eventsWithStrings(events)
        .filter(filter -> filter.key(key -> key.filterRules(List.of(begins))))
        .build();
  }

  void put(String bucket, String key, String content) {
    s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
  }

  String get(String bucket, String key) {
    return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
  }

  /** What a handler answers that is invoked once. */
  String answerOf(String code, String event) {
    try (LambdaClient lambda = lambda()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("calls")
                  .runtime(Runtime.NODEJS22_X)
                  .handler("index.handler")
                  .role("arn:aws:iam::111111111111:role/any")
                  .timeout(60)
                  .code(zip -> zip.zipFile(SdkBytes.fromByteArray(Zips.of("index.js", code)))));
      return lambda
          .invoke(request -> request.functionName("calls").payload(SdkBytes.fromUtf8String(event)))
          .payload()
          .asUtf8String();
    }
  }

  static void assertPushed(JsonNode delivery, String eventName) {
    assertThat(delivery.path("eventName").asText()).isEqualTo(eventName);
    assertThat(delivery.path("outcome").asText()).as(delivery.toString()).isEqualTo("succeeded");
    assertThat(delivery.path("executedVersion").asText()).isEqualTo("1");
    assertThat(delivery.path("target").asText()).endsWith(":PROD");
  }

  static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
