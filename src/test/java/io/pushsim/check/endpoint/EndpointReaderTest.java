package io.pushsim.check.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Problem;
import io.pushsim.testing.DeploymentZip;
import io.pushsim.testing.LiveServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a pushsim that runs in this process. */
class EndpointReaderTest {
  private static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:helloworld";
  private static final String ZIP =
      Base64.getEncoder()
          .encodeToString(
              DeploymentZip.of(
                  "code",
                  Map.of(
                      "index.js",
                      "exports.handler = async () => 1".getBytes(StandardCharsets.UTF_8))));

  private final LiveServer server = new LiveServer();

  @AfterEach
  void closeServer() {
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  @Test
  void readsTheFunctionWithItsVersionsAndAliases() {
    createFunction("helloworld");
    server.call("PublishVersion", "{\"FunctionName\": \"helloworld\"}");
    server.call(
        "CreateAlias",
        "{\"FunctionName\": \"helloworld\", \"Name\": \"PROD\", \"FunctionVersion\": \"1\"}");

    SetUp setUp = read().setUp().build();

    assertThat(setUp.functions())
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.arn()).isEqualTo(Text.of(ARN));
              assertThat(function.role()).contains(Text.of("arn:aws:iam::111111111111:role/r"));
              assertThat(function.deadLetterTarget()).isEmpty();
              assertThat(function.origin().dialect()).isEqualTo(Dialect.ENDPOINT);
              assertThat(function.origin().place())
                  .hasToString(server.endpoint() + " ListFunctions helloworld");
            });
    assertThat(setUp.versions())
        .extracting(DeclaredVersion::function, DeclaredVersion::number)
        .containsExactly(tuple(Text.of(ARN), Text.of("1")));
    assertThat(setUp.aliases())
        .singleElement()
        .isEqualTo(
            new DeclaredAlias(
                Text.of(ARN),
                Text.of("PROD"),
                Text.of("1"),
                Map.of(),
                setUp.aliases().get(0).origin()));
    assertThat(setUp.aliases().get(0).origin().place())
        .hasToString(server.endpoint() + " ListAliases PROD of helloworld");
  }

  @Test
  void readsTheWeightsOfAnAlias() {
    createFunction("helloworld");
    server.call("PublishVersion", "{\"FunctionName\": \"helloworld\"}");
    server.call(
        "UpdateFunctionConfiguration",
        "{\"FunctionName\": \"helloworld\", \"Description\": \"other\"}");
    server.call("PublishVersion", "{\"FunctionName\": \"helloworld\"}");
    server.call(
        "CreateAlias",
        "{\"FunctionName\": \"helloworld\", \"Name\": \"PROD\", \"FunctionVersion\": \"1\","
            + " \"RoutingConfig\": {\"AdditionalVersionWeights\": {\"2\": 0.25}}}");

    assertThat(read().setUp().build().aliases().get(0).additionalVersionWeights())
        .containsExactly(Map.entry(Text.of("2"), 0.25));
  }

  @Test
  void readsThePolicyOfTheFunctionAndOfEachVersionAndAlias() {
    createFunction("helloworld");
    server.call("PublishVersion", "{\"FunctionName\": \"helloworld\"}");
    server.call(
        "CreateAlias",
        "{\"FunctionName\": \"helloworld\", \"Name\": \"PROD\", \"FunctionVersion\": \"1\"}");
    grant("");
    grant("1");
    grant("PROD");

    SetUp setUp = read().setUp().build();

    assertThat(setUp.policies())
        .extracting(DeclaredPolicy::target)
        .containsExactly(Text.of(ARN), Text.of(ARN + ":1"), Text.of(ARN + ":PROD"));
    DeclaredPolicy ofAlias = setUp.policies().get(2);
    assertThat(ofAlias.document().statements())
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.sid()).contains("s3");
              assertThat(statement.conditions()).hasSize(2);
            });
    assertThat(ofAlias.places())
        .singleElement()
        .hasToString(server.endpoint() + " GetPolicy PROD of helloworld Sid s3");
    assertThat(setUp.grants()).isEmpty();
  }

  @Test
  void readsAllFunctions_whenTheyAreMoreThanAPage() {
    for (int i = 0; i < 120; i++) {
      createFunction("function-%03d".formatted(i));
    }

    SetUp setUp = read().setUp().build();

    assertThat(setUp.functions()).hasSize(120);
    assertThat(setUp.functions().get(119).arn().toString()).endsWith(":function-119");
  }

  @Test
  void readsAllVersionsAndAliases_whenTheyAreMoreThanAPage() {
    createFunction("helloworld");
    for (int i = 1; i <= 60; i++) {
      server.call(
          "UpdateFunctionConfiguration",
          "{\"FunctionName\": \"helloworld\", \"Description\": \"%d\"}".formatted(i));
      server.call("PublishVersion", "{\"FunctionName\": \"helloworld\"}");
      server.call(
          "CreateAlias",
          "{\"FunctionName\": \"helloworld\", \"Name\": \"A%d\", \"FunctionVersion\": \"%d\"}"
              .formatted(i, i));
    }

    SetUp setUp = read().setUp().build();

    assertThat(setUp.versions()).hasSize(60);
    assertThat(setUp.aliases()).hasSize(60);
  }

  @Test
  void readsBucketsAndTheirRules() {
    createFunction("helloworld");
    server.call("CreateBucket", "{\"Bucket\": \"uploads\"}");
    server.call(
        "CreateBucket",
        "{\"Bucket\": \"elsewhere\", \"CreateBucketConfiguration\":"
            + " {\"LocationConstraint\": \"eu-west-1\"}}");
    server.call(
        "PutBucketNotificationConfiguration",
        """
        {"Bucket": "uploads", "SkipDestinationValidation": true, "NotificationConfiguration":
         {"LambdaFunctionConfigurations": [
          {"Id": "jpg", "LambdaFunctionArn": "%s:PROD", "Events": ["s3:ObjectCreated:*"],
           "Filter": {"Key": {"FilterRules": [{"Name": "suffix", "Value": ".jpg"}]}}},
          {"Id": "gone", "LambdaFunctionArn": "%s", "Events": ["s3:ObjectRemoved:*"]}]}}"""
            .formatted(ARN, ARN));

    SetUp setUp = read().setUp().build();

    assertThat(setUp.buckets())
        .extracting(DeclaredBucket::name, DeclaredBucket::owner, DeclaredBucket::region)
        .containsExactly(
            tuple(Text.of("elsewhere"), Text.of("111111111111"), Text.of("eu-west-1")),
            tuple(Text.of("uploads"), Text.of("111111111111"), Text.of("us-west-2")));
    assertThat(setUp.rules()).hasSize(2);
    DeclaredRule first = setUp.rules().get(0);
    assertThat(first)
        .isEqualTo(
            new DeclaredRule(
                Text.of("uploads"),
                Optional.of(Text.of("jpg")),
                TargetKind.LAMBDA,
                Text.of(ARN + ":PROD"),
                List.of(Text.of("s3:ObjectCreated:*")),
                List.of(new DeclaredRule.Filter(Text.of("Suffix"), Text.of(".jpg"))),
                first.origin()));
    assertThat(first.origin().place())
        .hasToString(server.endpoint() + " GetBucketNotificationConfiguration uploads");
    assertThat(setUp.rules().get(1).filter()).isEmpty();
  }

  @Test
  void readsNothingOfAnotherRegion() {
    createFunction("helloworld");

    assertThat(read("eu-west-1").setUp().build().functions()).isEmpty();
  }

  @Test
  void readsNothing_whenNothingIsThere() {
    Gathering gathering = read();

    assertThat(gathering.setUp().build()).isEqualTo(new SetUp.Builder().build());
    assertThat(gathering.problems()).isEmpty();
  }

  @Test
  void changesNothing() {
    createFunction("helloworld");
    String before =
        server.call("GetFunctionConfiguration", "{\"FunctionName\": \"helloworld\"}").toString();

    read();

    assertThat(
            server
                .call("GetFunctionConfiguration", "{\"FunctionName\": \"helloworld\"}")
                .toString())
        .isEqualTo(before);
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    URI nobody;
    try (ServerSocket unused = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + unused.getLocalPort());
    }

    Gathering gathering = new Gathering(Deployment.UNKNOWN);
    EndpointReader.read(nobody, gathering);

    assertThat(gathering.problems())
        .containsExactly(
            Problem.ofFile(
                nobody.toString(),
                "cannot be reached for GetCallerIdentity (Connection refused): start what is to"
                    + " answer there, or give another --endpoint"));
  }

  @Test
  void saysWhatAnEndpointLooksLike() {
    Gathering gathering = new Gathering(Deployment.UNKNOWN);
    EndpointReader.read(URI.create("localhost:4580"), gathering);

    assertThat(gathering.problems())
        .containsExactly(
            Problem.ofFile(
                "localhost:4580", "is no endpoint: write a URL like http://127.0.0.1:4580"));
  }

  @Test
  void needsNoCredentials_whereAnybodyMayCall() {
    createFunction("helloworld");

    Gathering gathering = new Gathering(deployment("us-west-2"));
    EndpointReader.read(server.endpoint(), gathering);

    assertThat(gathering.problems()).isEmpty();
    assertThat(gathering.setUp().build().functions()).hasSize(1);
  }

  private Gathering read() {
    return read("us-west-2");
  }

  private Gathering read(String region) {
    Gathering gathering = new Gathering(deployment(region));
    EndpointReader.read(server.endpoint(), gathering);
    return gathering;
  }

  private static Deployment deployment(String region) {
    return new Deployment(Optional.empty(), Optional.of(region), Map.of());
  }

  private void createFunction(String name) {
    server.call(
        "CreateFunction",
        JsonNodeFactory.instance
            .objectNode()
            .put("FunctionName", name)
            .put("Runtime", "nodejs22.x")
            .put("Handler", "index.handler")
            .put("Role", "arn:aws:iam::111111111111:role/r")
            .set("Code", JsonNodeFactory.instance.objectNode().put("ZipFile", ZIP))
            .toString());
  }

  private void grant(String qualifier) {
    server.call(
        "AddPermission",
        """
        {"FunctionName": "helloworld", %s "StatementId": "s3", "Principal": "s3.amazonaws.com",
         "Action": "lambda:InvokeFunction", "SourceArn": "arn:aws:s3:::uploads",
         "SourceAccount": "111111111111"}"""
            .formatted(qualifier.isEmpty() ? "" : "\"Qualifier\": \"" + qualifier + "\","));
  }
}
