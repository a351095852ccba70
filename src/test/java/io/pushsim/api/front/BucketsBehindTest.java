package io.pushsim.api.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.api.access.CredentialsFile;
import io.pushsim.api.front.RuleServer.Manner;
import io.pushsim.cli.S3Settings;
import io.pushsim.cli.ServeAccess;
import io.pushsim.cli.ServeSettings;
import io.pushsim.cli.StandingBucket;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets of a server behind: whose they are, and by which rules the server tells of them. */
@Timeout(60)
class BucketsBehindTest {
  private static final String OTHERS =
      "<QueueConfiguration><Id>theirs</Id><Queue>arn:minio:sqs::KAFKA:kafka</Queue><Event>s3:ObjectCreated:Put</Event></QueueConfiguration>";
  private static final String ACCOUNT = LiveServer.ACCOUNT;
  private static final String REGION = "us-east-1";

  private RuleServer behind;
  private LiveServer server;
  private S3Client s3;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    behind = new RuleServer().with("photos");
    server = new LiveServer(settings(keys()));
    s3 = server.s3(ACCOUNT, REGION);
  }

  @AfterEach
  void stop() {
    s3.close();
    server.close();
    behind.close();
    assertThat(server.faults()).isEmpty();
  }

  private static Optional<RemoteSettings.Keys> keys() {
    return Optional.of(new RemoteSettings.Keys("server", "server-secret"));
  }

  private ServeSettings settings(Optional<RemoteSettings.Keys> keys) {
    return ServeSettings.onFreePort()
        .withS3(new S3Settings(RemoteSettings.of(behind.address(), keys), Set.of()));
  }

  private void notify(String bucket, String... events) {
    List<LambdaFunctionConfiguration> rules =
        events.length == 0
            ? List.of()
            : List.of(
                LambdaFunctionConfiguration.builder()
                    .lambdaFunctionArn("arn:aws:lambda:us-east-1:111111111111:function:f:PROD")
                    .eventsWithStrings(events)
                    .build());
    s3.putBucketNotificationConfiguration(
        request ->
            request
                .bucket(bucket)
                .skipDestinationValidation(true)
                .notificationConfiguration(told -> told.lambdaFunctionConfigurations(rules)));
  }

  private GetBucketNotificationConfigurationResponse told(String bucket) {
    return s3.getBucketNotificationConfiguration(request -> request.bucket(bucket));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s3:ObjectCreated:Put           | s3:ObjectCreated:*
          s3:ObjectTagging:*             | s3:ObjectCreated:*
          s3:ObjectRemoved:Delete        | s3:ObjectRemoved:*
          s3:LifecycleExpiration:*       | s3:LifecycleDelMarkerExpiration:Delete s3:ObjectRemoved:*
          s3:LifecycleTransition         | s3:ObjectTransition:*
          s3:ObjectRestore:Completed     | s3:ObjectRestore:*
          s3:Replication:*               | s3:Replication:*
          """)
  void setsARuleThatIsWideEnough(String event, String names) {
    notify("photos", event);

    StringBuilder expected = new StringBuilder();
    for (String name : names.split(" ")) {
      expected.append("<Event>").append(name).append("</Event>");
    }
    assertThat(behind.rules("photos"))
        .contains("<Queue>arn:minio:sqs::PUSHSIM:webhook</Queue>", expected)
        .doesNotContain("Filter");
  }

  @Test
  void leavesOthersRulesAlone_andTakesItsOwnAway() {
    behind.setRules(
        "photos", "<NotificationConfiguration>%s</NotificationConfiguration>".formatted(OTHERS));
    notify("photos", "s3:ObjectCreated:*");
    assertThat(behind.rules("photos")).contains("KAFKA", "PUSHSIM");

    notify("photos", "s3:ObjectCreated:Put");
    assertThat(behind.changes()).as("the rule was wide enough").containsExactly("photos");
    notify("photos", "s3:ObjectRemoved:*");
    assertThat(behind.rules("photos"))
        .contains("KAFKA", "s3:ObjectRemoved:*")
        .doesNotContain("s3:ObjectCreated:*");

    notify("photos");
    assertThat(behind.rules("photos"))
        .contains("<Id>theirs</Id>", "arn:minio:sqs::KAFKA:kafka", "s3:ObjectCreated:Put")
        .doesNotContain("PUSHSIM");
    assertThat(told("photos").lambdaFunctionConfigurations()).isEmpty();
  }

  @Test
  void saysWhatToSet_andChangesNothing_whenTheServerHasNoSuchTarget() {
    behind.is(Manner.WITHOUT_THE_TARGET);

    assertThatThrownBy(() -> notify("photos", "s3:ObjectCreated:*"))
        .isInstanceOf(S3Exception.class)
        .hasMessageContainingAll(
            "has no webhook arn:minio:sqs::PUSHSIM:webhook",
            "MINIO_NOTIFY_WEBHOOK_ENABLE_PUSHSIM=on",
            "MINIO_NOTIFY_WEBHOOK_ENDPOINT_PUSHSIM=%s/_pushsim/events".formatted(server.endpoint()))
        .extracting(refused -> ((S3Exception) refused).awsErrorDetails().errorCode())
        .isEqualTo("InvalidArgument");
    assertThat(told("photos").lambdaFunctionConfigurations()).isEmpty();
    assertThat(behind.rules("photos")).isEqualTo(RuleServer.NO_RULES);
  }

  @Test
  void keepsTheFormerConfiguration_whenTheServerCannotFollow() {
    notify("photos", "s3:ObjectCreated:*");
    List<LambdaFunctionConfiguration> former = told("photos").lambdaFunctionConfigurations();
    behind.is(Manner.REFUSING_KEYS);

    assertThatThrownBy(() -> notify("photos"))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("refuses pushsim's own keys (InvalidAccessKeyId)");
    assertThat(told("photos").lambdaFunctionConfigurations()).isEqualTo(former);
  }

  @Test
  void goesOn_whenTheServerHasNoRules() {
    behind.is(Manner.WITHOUT_RULES);

    notify("photos", "s3:ObjectCreated:*");

    assertThat(told("photos").lambdaFunctionConfigurations()).hasSize(1);
  }

  @Test
  void knowsABucketThatIsOnTheServerAlone_andNoOther() {
    assertThat(told("photos").hasLambdaFunctionConfigurations()).isFalse();
    assertThatThrownBy(() -> told("nowhere"))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("The specified bucket does not exist");
    try (S3Client another = server.s3("222222222222", REGION)) {
      assertThatThrownBy(
              () -> another.getBucketNotificationConfiguration(request -> request.bucket("photos")))
          .as("it belongs to the default account")
          .hasMessageContaining("Access Denied");
    }
  }

  @Test
  void knowsWhoMadeABucket_andWhere() {
    try (S3Client another = server.s3("222222222222", "us-west-2")) {
      another.createBucket(request -> request.bucket("theirs"));
      another.createBucket(
          request ->
              request
                  .bucket("abroad")
                  .createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
      for (String bucket : List.of("theirs", "abroad")) {
        another.getBucketNotificationConfiguration(request -> request.bucket(bucket));
      }
      LambdaFunctionConfiguration abroad =
          LambdaFunctionConfiguration.builder()
              .lambdaFunctionArn("arn:aws:lambda:eu-west-1:222222222222:function:f")
              .eventsWithStrings("s3:ObjectCreated:*")
              .build();
      another.putBucketNotificationConfiguration(
          request ->
              request
                  .bucket("abroad")
                  .skipDestinationValidation(true)
                  .notificationConfiguration(told -> told.lambdaFunctionConfigurations(abroad)));

      another.deleteBucket(request -> request.bucket("theirs"));
      assertThatThrownBy(
              () -> another.getBucketNotificationConfiguration(request -> request.bucket("theirs")))
          .hasMessageContaining("does not exist");
    }
  }

  @Test
  void letsTheOptionNameTheOwner_whoeverMakesTheBucket() {
    ServeSettings owned =
        settings(keys()).withBuckets(List.of(new StandingBucket("photos", "222222222222")));
    try (LiveServer owning = new LiveServer(owned);
        S3Client owner = owning.s3("222222222222", REGION);
        S3Client maker = owning.s3(ACCOUNT, REGION)) {
      for (int i = 0; i < 2; i++) {
        owner.getBucketNotificationConfiguration(request -> request.bucket("photos"));
        maker.deleteBucket(request -> request.bucket("photos"));
        maker.createBucket(request -> request.bucket("photos"));
      }
    }
  }

  @Test
  void learnsOfABucket_whenTheServerTellsOfIt() throws IOException {
    behind.with("examplebucket");
    String event = new TestResource("minio-events/01-put.json").text();
    for (int i = 0; !outcomes().contains("has no notification configuration"); i++) {
      post(event.replace("18EA89DBFA75C975", "%016X".formatted(i)));
    }
  }

  private void post(String event) throws IOException {
    try (RawConnection client = new RawConnection(server.port())) {
      client.send(
          "POST /_pushsim/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(event.length(), event));
      assertThat(client.read().status()).isEqualTo(200);
    }
  }

  private String outcomes() throws IOException {
    try (RawConnection client = new RawConnection(server.port())) {
      return client.send("GET /_pushsim/events HTTP/1.1\r\nHost: localhost\r\n\r\n").read().body();
    }
  }

  @Test
  void leavesUnknownKeysToTheServer_butForWhatPushsimAnswers() throws IOException {
    Path file = folder.resolve("credentials");
    Files.writeString(
        file, "[222222222222]\naws_access_key_id = known\naws_secret_access_key = known-secret\n");
    ServeAccess guarded =
        new ServeAccess(Optional.of(CredentialsFile.read(file)), Optional.empty(), List.of());
    try (LiveServer guarding = new LiveServer(settings(keys()).withAccess(guarded));
        S3Client unknown = client(guarding, "unknown", "secret");
        S3Client wrong = client(guarding, "known", "wrong");
        S3Client own = client(guarding, "server", "server-secret")) {
      unknown.headBucket(request -> request.bucket("photos"));
      wrong.headBucket(request -> request.bucket("photos"));
      assertThatThrownBy(
              () -> unknown.getBucketNotificationConfiguration(request -> request.bucket("photos")))
          .extracting(refused -> ((S3Exception) refused).awsErrorDetails().errorCode())
          .isEqualTo("InvalidAccessKeyId");
      assertThatThrownBy(
              () -> wrong.getBucketNotificationConfiguration(request -> request.bucket("photos")))
          .extracting(refused -> ((S3Exception) refused).awsErrorDetails().errorCode())
          .isEqualTo("SignatureDoesNotMatch");
      own.getBucketNotificationConfiguration(request -> request.bucket("photos"));
      try (RawConnection unsigned = new RawConnection(guarding.port())) {
        assertThat(
                unsigned
                    .send("GET /photos?notification HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .read()
                    .body())
            .contains("<Code>AccessDenied</Code>");
        assertThat(unsigned.send("GET /photos HTTP/1.1\r\nHost: localhost\r\n\r\n").read().status())
            .isEqualTo(200);
      }
    }
  }

  private static S3Client client(LiveServer server, String id, String secret) {
    return S3Client.builder()
        .forcePathStyle(true)
        .endpointOverride(server.endpoint())
        .region(software.amazon.awssdk.regions.Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
        .build();
  }

  @Test
  void doesNotStart_whenTheServerRefusesTheKeys() {
    behind.is(Manner.REFUSING_KEYS);

    assertThatThrownBy(() -> new LiveServer(settings(keys())).close())
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("refuses --s3-access-key and --s3-secret-key (InvalidAccessKeyId)");
    behind.is(Manner.TAKING_RULES);
  }

  @Test
  void setsNoRules_whenItHasNoKeys() {
    try (LiveServer keyless = new LiveServer(settings(Optional.empty()));
        S3Client client = keyless.s3(ACCOUNT, REGION)) {
      assertThatThrownBy(
              () -> client.getBucketNotificationConfiguration(request -> request.bucket("photos")))
          .as("nobody has used it here")
          .hasMessageContaining("does not exist");
      client.headBucket(request -> request.bucket("photos"));
      client.getBucketNotificationConfiguration(request -> request.bucket("photos"));
      assertThat(behind.changes()).isEmpty();
    }
  }
}
