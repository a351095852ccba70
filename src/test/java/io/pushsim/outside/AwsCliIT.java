package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.TestResource;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people do with the real AWS CLI beside the tutorial. Each test has an account of its own on
 * one served process.
 */
@Timeout(300)
class AwsCliIT {
  private static ServedProcess served;

  @TempDir private Path folder;

  @BeforeAll
  static void serve() {
    OutsideTool.AWS_CLI.demand();
    served = ServedProcess.start();
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      try (ServedProcess last = served) {
        assertThat(last.faults()).isEmpty();
      }
    }
  }

  private AwsCli account(String account) {
    return account(account, "us-west-2");
  }

  private AwsCli account(String account, String region) {
    return new AwsCli(new Caller(served.endpoint(), account, region), folder);
  }

  private static byte[] createFunction(AwsCli aws, String name, String source, String... more) {
    byte[] zip = Zips.of("index.js", source);
    aws.write(name + ".zip", zip);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "lambda",
                "create-function",
                "--function-name",
                name,
                "--zip-file",
                "fileb://" + name + ".zip",
                "--role",
                "arn:aws:iam::111111111111:role/any",
                "--handler",
                "index.handler",
                "--runtime",
                "nodejs22.x"));
    arguments.addAll(List.of(more));
    aws.answer(arguments.toArray(String[]::new));
    return zip;
  }

  private static JsonNode invoke(AwsCli aws, String name, String... more) {
    List<String> arguments = new ArrayList<>(List.of("lambda", "invoke", "--function-name", name));
    arguments.addAll(List.of(more));
    arguments.add("out.json");
    return aws.answer(arguments.toArray(String[]::new));
  }

  @Test
  void showsTheLog_whenItsTailIsAskedFor() {
    AwsCli aws = account("300000000001");
    createFunction(
        aws,
        "logs",
        "exports.handler = async (event) => { console.log('saw', event); return 1; };");

    JsonNode invoked = invoke(aws, "logs", "--log-type", "Tail", "--payload", "{\"a\":1}");

    assertThat(decoded(invoked.path("LogResult").textValue()))
        .contains("START RequestId: ")
        .contains(" Version: $LATEST\n")
        .contains("\tINFO\tsaw { a: 1 }\n")
        .contains("\nREPORT RequestId: ");
    assertThat(invoke(aws, "logs").has("LogResult")).isFalse();
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  @Test
  void tellsOfTheError_whenAHandlerThrows() {
    AwsCli aws = account("300000000002");
    createFunction(aws, "throws", "exports.handler = async () => { throw new TypeError('no'); };");

    JsonNode invoked = invoke(aws, "throws");

    assertThat(invoked.path("StatusCode").intValue()).isEqualTo(200);
    assertThat(invoked.path("FunctionError").textValue()).isEqualTo("Unhandled");
    JsonNode error = TestResource.json(aws.read("out.json"));
    assertThat(error.path("errorType").textValue()).isEqualTo("TypeError");
    assertThat(error.path("errorMessage").textValue()).isEqualTo("no");
  }

  @Test
  void runsOnceWithoutAnAnswer_whenInvokedAsAnEvent() {
    AwsCli aws = account("300000000003");
    createFunction(aws, "counts", "let n = 0; exports.handler = async () => ++n;");
    invoke(aws, "counts");
    assertThat(aws.read("out.json")).isEqualTo("1");

    JsonNode dry = invoke(aws, "counts", "--invocation-type", "DryRun");
    assertThat(dry.path("StatusCode").intValue()).isEqualTo(204);
    assertThat(aws.read("out.json")).isEmpty();
    JsonNode event = invoke(aws, "counts", "--invocation-type", "Event", "--payload", "{}");
    assertThat(event.path("StatusCode").intValue()).isEqualTo(202);
    assertThat(event.has("ExecutedVersion")).isFalse();
    assertThat(aws.read("out.json")).isEmpty();

    // The dry run did not count; the event did, in the one environment there is.
    new AdminClient(served.endpoint()).settle();
    invoke(aws, "counts");
    assertThat(aws.read("out.json")).isEqualTo("3");
  }

  @Test
  void takesTheOldInvocation() {
    AwsCli aws = account("300000000004");
    createFunction(aws, "old", "let n = 0; exports.handler = async () => ++n;");
    aws.write("event.json", "{}".getBytes(StandardCharsets.UTF_8));

    JsonNode accepted =
        aws.answer(
            "lambda", "invoke-async", "--function-name", "old", "--invoke-args", "event.json");

    assertThat(accepted.path("Status").intValue()).isEqualTo(202);
    new AdminClient(served.endpoint()).settle();
    invoke(aws, "old");
    assertThat(aws.read("out.json")).isEqualTo("2");
  }

  @Test
  void handsOutThePackageThatWasSent() {
    AwsCli aws = account("300000000005");
    byte[] sent = createFunction(aws, "kept", "exports.handler = async () => 1;");

    String location =
        aws.answer("lambda", "get-function", "--function-name", "kept", "--query", "Code.Location")
            .textValue();

    HttpResponse<byte[]> response = AdminClient.download(location);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(sent);
  }

  @Test
  void listsPageByPage() {
    AwsCli aws = account("300000000006");
    for (String name : List.of("a", "b", "c")) {
      createFunction(aws, name, "exports.handler = async () => 1;", "--publish");
    }
    for (String alias : List.of("x", "y", "z")) {
      aws.answer(
          "lambda",
          "create-alias",
          "--function-name",
          "a",
          "--name",
          alias,
          "--function-version",
          "1");
    }

    assertThat(aws.answer("lambda", "list-functions", "--page-size", "1").at("/Functions"))
        .extracting(function -> function.path("FunctionName").textValue())
        .containsExactly("a", "b", "c");
    JsonNode two = aws.answer("lambda", "list-functions", "--max-items", "2", "--page-size", "1");
    assertThat(two.path("Functions")).hasSize(2);
    JsonNode rest =
        aws.answer("lambda", "list-functions", "--starting-token", two.path("NextToken").asText());
    assertThat(rest.path("Functions"))
        .extracting(function -> function.path("FunctionName").textValue())
        .containsExactly("c");
    assertThat(
            aws.answer("lambda", "list-functions", "--function-version", "ALL", "--page-size", "2")
                .path("Functions"))
        .hasSize(6);
    assertThat(
            aws.answer(
                    "lambda",
                    "list-aliases",
                    "--function-name",
                    "a",
                    "--page-size",
                    "1",
                    "--query",
                    "Aliases[].Name")
                .toString())
        .isEqualTo("[\"x\",\"y\",\"z\"]");
    assertThat(
            aws.answer(
                    "lambda",
                    "list-versions-by-function",
                    "--function-name",
                    "a",
                    "--page-size",
                    "1",
                    "--query",
                    "Versions[].Version")
                .toString())
        .isEqualTo("[\"$LATEST\",\"1\"]");
  }

  @Test
  void keepsTags() {
    AwsCli aws = account("300000000007");
    createFunction(aws, "tagged", "exports.handler = async () => 1;", "--tags", "team=a,stage=b");
    String arn = "arn:aws:lambda:us-west-2:300000000007:function:tagged";

    aws.answer(
        "lambda",
        "tag-resource",
        "--resource",
        arn,
        "--tags",
        "{\"stage\":\"prod\",\"cost center\":\"7\"}");
    aws.answer("lambda", "untag-resource", "--resource", arn, "--tag-keys", "team");

    assertThat(aws.answer("lambda", "list-tags", "--resource", arn).path("Tags"))
        .isEqualTo(TestResource.json("{\"stage\": \"prod\", \"cost center\": \"7\"}"));
    assertThat(aws.answer("lambda", "get-function", "--function-name", "tagged").path("Tags"))
        .hasSize(2);
  }

  @Test
  void keepsHowAFunctionIsInvoked() {
    AwsCli aws = account("300000000013");
    createFunction(aws, "settled", "exports.handler = async () => 1;", "--publish");
    String[] name = {"--function-name", "settled"};

    aws.answer(
        "lambda",
        "put-function-event-invoke-config",
        name[0],
        name[1],
        "--maximum-retry-attempts",
        "1",
        "--destination-config",
        "OnFailure={Destination=arn:aws:sns:us-west-2:300000000013:failed}");
    aws.answer(
        "lambda",
        "put-function-concurrency",
        name[0],
        name[1],
        "--reserved-concurrent-executions",
        "5");
    aws.answer(
        "lambda",
        "put-provisioned-concurrency-config",
        name[0],
        name[1],
        "--qualifier",
        "1",
        "--provisioned-concurrent-executions",
        "2");

    assertThat(
            aws.answer("lambda", "list-function-event-invoke-configs", name[0], name[1])
                .at("/FunctionEventInvokeConfigs/0/DestinationConfig/OnFailure/Destination")
                .textValue())
        .isEqualTo("arn:aws:sns:us-west-2:300000000013:failed");
    assertThat(provisionedStatus(aws, name)).isEqualTo("READY");
    assertThat(
            aws.answer("lambda", "get-function", name[0], name[1])
                .at("/Concurrency/ReservedConcurrentExecutions")
                .intValue())
        .isEqualTo(5);
  }

  /** What it is once it is no longer in progress. */
  private static String provisionedStatus(AwsCli aws, String[] name) {
    String status;
    do {
      status =
          aws.answer("lambda", "list-provisioned-concurrency-configs", name[0], name[1])
              .at("/ProvisionedConcurrencyConfigs/0/Status")
              .asText();
    } while (status.equals("IN_PROGRESS"));
    return status;
  }

  @Test
  void knowsItsCallersAccount() {
    JsonNode identity = account("300000000008").answer("sts", "get-caller-identity");

    assertThat(identity.path("Account").textValue()).isEqualTo("300000000008");
    assertThat(identity.path("Arn").textValue()).isEqualTo("arn:aws:iam::300000000008:root");
    assertThat(
            account("300000000008")
                .answer("lambda", "get-account-settings")
                .at("/AccountLimit/ConcurrentExecutions")
                .intValue())
        .isEqualTo(1000);
  }

  @Test
  void namesWhatItDoesNotSimulate() {
    AwsCli aws = account("300000000009");
    createFunction(aws, "here", "exports.handler = async () => 1;");

    assertThat(
            aws.refusal(
                "lambda",
                "create-function-url-config",
                "--function-name",
                "here",
                "--auth-type",
                "NONE"))
        .contains("CreateFunctionUrlConfig is not simulated");
    assertThat(
            aws.refusal(
                "lambda",
                "publish-layer-version",
                "--layer-name",
                "l",
                "--zip-file",
                "fileb://here.zip"))
        .contains("PublishLayerVersion is not simulated");
    assertThat(
            aws.refusal(
                "lambda",
                "update-function-configuration",
                "--function-name",
                "here",
                "--layers",
                "arn:aws:lambda:us-west-2:300000000009:layer:l:1"))
        .contains("Layers");
    assertThat(aws.refusal("s3api", "put-bucket-policy", "--bucket", "b", "--policy", "{}"))
        .contains("PutBucketPolicy is not simulated");
  }

  @Test
  void keepsAccountsAndRegionsApart() {
    AwsCli one = account("300000000010");
    AwsCli elsewhere = account("300000000010", "eu-central-1");
    AwsCli other = account("300000000011");

    createFunction(one, "same", "exports.handler = async () => 'one';");
    assertThat(elsewhere.answer("lambda", "list-functions").path("Functions")).isEmpty();
    assertThat(other.answer("lambda", "list-functions").path("Functions")).isEmpty();
    createFunction(elsewhere, "same", "exports.handler = async () => 'elsewhere';");
    createFunction(other, "same", "exports.handler = async () => 'other';");

    invoke(one, "same");
    assertThat(one.read("out.json")).isEqualTo("\"one\"");
    invoke(elsewhere, "same");
    assertThat(one.read("out.json")).isEqualTo("\"elsewhere\"");
    invoke(other, "same");
    assertThat(one.read("out.json")).isEqualTo("\"other\"");
    other.answer("lambda", "delete-function", "--function-name", "same");
    assertThat(one.answer("lambda", "list-functions").path("Functions")).hasSize(1);
    assertThat(
            elsewhere.refusal(
                "lambda",
                "get-function",
                "--function-name",
                "arn:aws:lambda:us-west-2:300000000010:function:same"))
        .contains(
            "(ResourceNotFoundException)",
            "Functions from 'us-west-2' are not reachable in this region ('eu-central-1')");
  }

  @Test
  void waitsUntilAFunctionIsSettled() {
    Instant start = Instant.now();
    try (ServedProcess slow = ServedProcess.start("--settle", "PT2S")) {
      AwsCli aws = new AwsCli(new Caller(slow.endpoint(), "300000000012", "us-west-2"), folder);
      createFunction(aws, "settles", "exports.handler = async () => 1;");

      aws.answer("lambda", "wait", "function-active-v2", "--function-name", "settles");
      assertThat(state(aws)).isEqualTo("[\"Active\",\"Successful\"]");
      aws.answer(
          "lambda",
          "update-function-code",
          "--function-name",
          "settles",
          "--zip-file",
          "fileb://settles.zip");
      aws.answer("lambda", "wait", "function-updated-v2", "--function-name", "settles");
      assertThat(state(aws)).isEqualTo("[\"Active\",\"Successful\"]");

      // Neither wait can have ended at once.
      assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(4));
    }
  }

  private static String state(AwsCli aws) {
    return aws.answer(
            "lambda",
            "get-function-configuration",
            "--function-name",
            "settles",
            "--query",
            "[State,LastUpdateStatus]")
        .toString();
  }
}
