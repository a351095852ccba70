package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.TestResource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people do with the real AWS CLI beside the tutorial: looking after functions. */
@Tag("one-jdk")
class AwsCliFunctionsIT extends ServedCli {
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
