package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.TestResource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people do with the real AWS CLI beside the tutorial: invoking functions, and more. */
@Tag("one-jdk")
class AwsCliIT extends ServedCli {
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
    admin().settle();
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
    admin().settle();
    invoke(aws, "old");
    assertThat(aws.read("out.json")).isEqualTo("2");
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
}
