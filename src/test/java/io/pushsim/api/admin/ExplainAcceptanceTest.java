package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would come of an event, and why. */
class ExplainAcceptanceTest {
  private final LiveServer server = new LiveServer();
  private final AdminClient admin = new AdminClient(server);
  private final SmallWorld world = new SmallWorld(server);

  @AfterEach
  void close() {
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  @Test
  void explainsAnEventThatWouldPass() {
    world.build("1");
    world.secondVersion("2");
    server.call(
        "UpdateAlias",
        """
        {"FunctionName": "helloworld", "Name": "PROD",
         "RoutingConfig": {"AdditionalVersionWeights": {"2": 0.1}}}
        """);

    JsonNode explained = explain("examplebucket", "a b.txt", "s3:ObjectCreated:Put");

    assertThat(explained.path("event").asText()).isEqualTo("s3:ObjectCreated:Put");
    assertThat(explained.path("bucketArn").asText()).isEqualTo("arn:aws:s3:::examplebucket");
    assertThat(explained.path("bucketOwner").asText()).isEqualTo(LiveServer.ACCOUNT);
    JsonNode target = explained.at("/targets/0");
    assertThat(target.path("target").asText()).isEqualTo(SmallWorld.PROD);
    assertThat(target.path("configurationId").asText()).isEqualTo("prod");
    assertThat(target.path("exists").asBoolean()).isTrue();
    assertThat(target.at("/decision/allowed").asBoolean()).isTrue();
    assertThat(target.path("versions"))
        .isEqualTo(
            TestResource.json(
                """
                [{"version": "1", "weight": 0.9}, {"version": "2", "weight": 0.1}]"""));
    assertThat(target.path("asynchronous"))
        .isEqualTo(
            TestResource.json(
                """
                {"maximumRetryAttempts": 2, "maximumEventAgeInSeconds": 21600}"""));
    assertThat(target.path("deliveries").asText())
        .isEqualTo("/_pushsim/deliveries?target=" + SmallWorld.PROD);
    assertThat(admin.found("deliveries").path("deliveries")).isEmpty();
    assertThat(admin.found("events").path("events")).isEmpty();
  }

  @Test
  void tellsWhatBecomesOfAnEventThatFails() {
    String topic = "arn:aws:sns:us-west-2:111111111111:";
    server.call("CreateBucket", "{\"Bucket\": \"examplebucket\"}");
    world.function("1");
    server.call(
        "UpdateFunctionConfiguration",
        """
        {"FunctionName": "helloworld", "DeadLetterConfig": {"TargetArn": "%sletters"}}"""
            .formatted(topic));
    server.call(
        "PutFunctionEventInvokeConfig",
        """
        {"FunctionName": "helloworld", "MaximumRetryAttempts": 1, "MaximumEventAgeInSeconds": 90,
         "DestinationConfig": {"OnSuccess": {"Destination": "%sgood"},
           "OnFailure": {"Destination": "%sbad"}}}"""
            .formatted(topic, topic));

    JsonNode target =
        AdminClient.json(
                admin.post(
                    "explain",
                    """
                    {"bucket": "examplebucket", "key": "x", "event": "ObjectCreated:Put",
                     "target": "%s"}"""
                        .formatted(SmallWorld.FUNCTION)),
                200)
            .at("/targets/0");

    assertThat(target.path("asynchronous"))
        .isEqualTo(
            TestResource.json(
                """
                {"maximumRetryAttempts": 1, "maximumEventAgeInSeconds": 90,
                 "onSuccess": "%sgood", "onFailure": "%sbad"}"""
                    .formatted(topic, topic)));
    assertThat(target.path("versions"))
        .isEqualTo(
            TestResource.json(
                """
                [{"version": "$LATEST", "weight": 1.0, "deadLetterTarget": "%sletters"}]"""
                    .formatted(topic)));
  }

  /** The newest pushes of exactly that object at exactly that target, without logs. */
  @Test
  void tellsTheAttemptsOfTheNewestPushes() {
    world.build("(() => { throw new Error('boom'); })()");
    admin.post("events", SmallWorld.PUT);
    admin.post("events", SmallWorld.PUT.replace("HappyFace.jpg", "HappyFace.jpg.bak"));
    admin.settle();

    JsonNode newest =
        explain("examplebucket", "HappyFace.jpg", "ObjectCreated:Put").at("/targets/0/newest");

    assertThat(newest).hasSize(1);
    JsonNode push = newest.get(0);
    JsonNode delivery = admin.found("deliveries?prefix=HappyFace.jpg").at("/deliveries/1");
    for (String member : List.of("id", "receivedAt", "eventName", "outcome", "nextAttemptAt")) {
      assertThat(push.path(member).asText()).isNotEmpty().isEqualTo(delivery.path(member).asText());
    }
    assertThat(push.path("outcome").asText()).isEqualTo("waiting");
    assertThat(push.at("/attempts/0/number").asInt()).isEqualTo(1);
    assertThat(push.at("/attempts/0/executedVersion").asText()).isEqualTo("1");
    assertThat(push.at("/attempts/0/error/errorMessage").asText()).isEqualTo("boom");
    assertThat(push.at("/attempts/0").has("logs")).isFalse();
    assertThat(explain("examplebucket", "HappyFace", "ObjectCreated:Put").at("/targets/0/newest"))
        .isEmpty();
  }

  @Test
  void tellsNoMoreThanFive_andOfAnAnswerThatIsLongItsLength() {
    world.build("'x'.repeat(3000)");
    for (int i = 1; i <= 6; i++) {
      admin.post("events", SmallWorld.put(i));
    }
    admin.settle();

    JsonNode newest =
        explain("examplebucket", "HappyFace.jpg", "ObjectCreated:Put").at("/targets/0/newest");

    assertThat(newest).hasSize(5);
    assertThat(newest.get(0).path("id"))
        .isEqualTo(admin.found("deliveries").at("/deliveries/0/id"));
    assertThat(newest.at("/0/attempts/0/resultLength").asInt()).isEqualTo(3002);
    assertThat(newest.at("/0/attempts/0").has("result")).isFalse();
  }

  @Test
  void explainsADenial_statementByStatement_andTheCommandMendsIt() {
    world.build("1").revoke();
    server.call(
        "AddPermission",
        """
        {"FunctionName": "helloworld", "Qualifier": "PROD", "StatementId": "other",
         "Principal": "s3.amazonaws.com", "Action": "lambda:InvokeFunction",
         "SourceArn": "arn:aws:s3:::otherbucket", "SourceAccount": "111111111111"}
        """);

    JsonNode target =
        explain("examplebucket", "x", "ObjectCreated:CompleteMultipartUpload").at("/targets/0");

    assertThat(target.at("/decision/kind").asText()).isEqualTo("implicitDeny");
    JsonNode statement = target.at("/statements/0");
    assertThat(statement.path("statement").asText()).isEqualTo("other");
    assertThat(statement.path("element").asText()).contains("SourceArn");
    assertThat(statement.path("actual").asText()).contains("arn:aws:s3:::examplebucket");
    String command = target.at("/decision/remedies/0/command").asText();
    assertThat(command)
        .isEqualTo(
            "aws lambda add-permission --region us-west-2 --function-name helloworld --qualifier PROD"
                + " --statement-id allow-s3-examplebucket --principal s3.amazonaws.com"
                + " --action lambda:InvokeFunction --source-arn arn:aws:s3:::examplebucket"
                + " --source-account 111111111111");
  }

  @Test
  void explainsWhyNobodyIsToldOfAnEvent() {
    world.build("1");

    assertThat(explain("examplebucket", "x", "ObjectRemoved:Delete").path("unmatched").asText())
        .isEqualTo("'prod' is for s3:ObjectCreated:*");
    JsonNode unknown = explain("otherbucket", "x", "ObjectRemoved:Delete");
    assertThat(unknown.path("unmatched").asText()).contains("no bucket 'otherbucket' is known");
    assertThat(unknown.path("targets")).isEmpty();
  }

  @Test
  void explainsATargetThatIsInNoConfiguration() {
    world.build("1");

    JsonNode explained =
        AdminClient.json(
            admin.post(
                "explain",
                """
                {"bucket": "examplebucket", "key": "x", "event": "ObjectRemoved:Delete",
                 "target": "%s:BETA"}"""
                    .formatted(SmallWorld.FUNCTION)),
            200);

    JsonNode target = explained.at("/targets/0");
    assertThat(target.path("target").asText()).endsWith(":BETA");
    assertThat(target.has("configurationId")).isFalse();
    assertThat(target.path("exists").asBoolean(true)).isFalse();
    assertThat(target.at("/decision/allowed").asBoolean(true)).isFalse();
    assertThat(target.path("versions")).isEmpty();
  }

  private JsonNode explain(String bucket, String key, String event) {
    return AdminClient.json(
        admin.post(
            "explain",
            """
            {"bucket": "%s", "key": "%s", "event": "%s"}"""
                .formatted(bucket, key, event)),
        200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"bucket": "b", "key": "k"}                                       | event is missing
          {"bucket": "b", "key": 1, "event": "ObjectCreated:Put"}           | key is '1'
          {"bucket": "b", "key": "k", "event": "s3:ObjectCreated:*"}        | one event
          {"bucket": "b", "key": "k", "event": "ObjectCreated:Put", "x": 1} | no member 'x'
          {"bucket": "b", "key": "k", "event": "ObjectCreated:Put", "target": "helloworld"} | a whole ARN
          {"bucket": "b"                                                    | no JSON
          "bucket"                                                          | no JSON object
          """)
  void refusesQuestionsThatItDoesNotUnderstand(String body, String why) {
    JsonNode refusal = AdminClient.json(admin.post("explain", body), 400);

    assertThat(refusal.path("error").asText()).isEqualTo("InvalidInput");
    assertThat(refusal.path("message").asText()).contains(why);
  }

  @Test
  void refusesToExplainATarget_whenNobodyKnowsTheBucketsOwner() {
    JsonNode refusal =
        AdminClient.json(
            admin.post(
                "explain",
                """
                {"bucket": "nobodys", "key": "k", "event": "ObjectCreated:Put", "target": "%s"}"""
                    .formatted(SmallWorld.PROD)),
            404);

    assertThat(refusal.path("error").asText()).isEqualTo("NoSuchBucket");
  }
}
