package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.api.access.WebhookToken;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code pushsim explain --endpoint}: a running pushsim tells of its attempts, too. */
class ExplainEndpointAcceptanceTest {
  private static final String TOPIC = "arn:aws:sns:us-west-2:111111111111:letters";
  private static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:fn";

  private static final String KEY = "HappyFace.jpg";

  private final LiveServer server = new LiveServer();

  @AfterEach
  void close() {
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  @BeforeEach
  void pushOneThatFails() {
    server.call("CreateBucket", "{\"Bucket\": \"examplebucket\"}");
    server.call(
        "CreateFunction",
        """
        {"FunctionName": "fn", "Runtime": "nodejs22.x", "Handler": "index.handler",
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "%s"},
         "DeadLetterConfig": {"TargetArn": "%s"}}"""
            .formatted(
                Base64.getEncoder()
                    .encodeToString(Zips.ofHandler("(() => { throw new Error('boom'); })()")),
                TOPIC));
    server.call(
        "AddPermission",
        """
        {"FunctionName": "fn", "StatementId": "s3", "Principal": "s3.amazonaws.com",
         "Action": "lambda:InvokeFunction"}""");
    server.call(
        "PutFunctionEventInvokeConfig", "{\"FunctionName\": \"fn\", \"MaximumRetryAttempts\": 0}");
    server.call(
        "PutBucketNotificationConfiguration",
        """
        {"Bucket": "examplebucket", "NotificationConfiguration": {"LambdaFunctionConfigurations":
          [{"Id": "all", "LambdaFunctionArn": "%s", "Events": ["s3:ObjectCreated:*"]}]}}"""
            .formatted(ARN));
    AdminClient admin = new AdminClient(server.endpoint());
    admin.post("events", new TestResource("minio-events/01-put.json").text());
    admin.get("settled");
  }

  private Cli explain(String key, String... more) {
    return explain(server, key, more);
  }

  private static Cli explain(LiveServer asked, String key, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("explain", "--bucket", "examplebucket", "--key", key));
    arguments.addAll(List.of("--region", "us-west-2", "--endpoint", asked.endpoint().toString()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  @Test
  void tellsEachAttempt_andItsEnd() {
    Cli run = explain(KEY);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    String told = run.out().substring(run.out().indexOf("What came of the newest pushes"));
    assertThat(told.lines().limit(5).map(String::strip))
        .satisfiesExactly(
            line -> assertThat(line).endsWith("of this object?"),
            line -> assertThat(line).matches("ObjectCreated:Put at 20\\S+Z: failed"),
            line ->
                assertThat(line)
                    .matches("attempt 1 at \\S+Z: version \\$LATEST failed with Error: boom"),
            line -> assertThat(line).isEqualTo("ended: retries exhausted"),
            line -> assertThat(line).isEqualTo("sent to the dead letter queue letters"));
  }

  @Test
  void tellsTheSameAsJson() {
    JsonNode target =
        TestResource.json(explain(KEY, "--format", "json").out()).at("/explanations/0/targets/0");

    assertThat(target.at("/newest/0/attempts/0/error/errorMessage").asText()).isEqualTo("boom");
    assertThat(target.at("/newest/0/sentTo/0/target").asText()).isEqualTo(TOPIC);
  }

  @Test
  void tellsNothing_whereNothingWasPushed() {
    Cli run = explain("other.jpg");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Allowed by statement 's3'.").doesNotContain("newest");
  }

  @Test
  void saysThatItIsNotTold_whereATokenIsAskedFor() {
    ServeAccess access =
        new ServeAccess(Optional.empty(), Optional.of(WebhookToken.of("secret")), List.of());
    try (LiveServer guarded = new LiveServer(ServeSettings.onFreePort().withAccess(access))) {
      guarded.call("CreateBucket", "{\"Bucket\": \"examplebucket\"}");

      Cli run = explain(guarded, KEY, "--target", ARN);

      assertThat(run.err())
          .startsWith("pushsim explain: what came of former pushes is not told: ")
          .contains("webhook token")
          .hasLineCount(1);
      assertThat(run.out()).contains("There is no resource policy on it.");
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }
}
