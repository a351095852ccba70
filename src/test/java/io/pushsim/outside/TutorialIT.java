package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.TestResource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * AWS's tutorial on aliases, command by command as printed, and the push model that it leads to,
 * with the real AWS CLI.
 */
@Timeout(300)
class TutorialIT {
  private static final String ACCOUNT = "111111111111";
  private static final String FUNCTION =
      "arn:aws:lambda:us-west-2:111111111111:function:helloworld";

  /** What the page cannot know of somebody else's package and day. */
  private static final Set<String> OTHERS =
      Set.of("CodeSha256", "CodeSize", "LastModified", "RevisionId");

  private static final String HANDLER = new TestResource("tutorial/helloworld.js").text();

  private static final String EVENT = "{\"key1\": \"one\", \"key2\": \"two\", \"key3\": \"three\"}";

  @TempDir private Path folder;

  @BeforeAll
  static void demandTool() {
    OutsideTool.AWS_CLI.demand();
  }

  @Test
  void worksAsPrinted() {
    try (ServedProcess served = ServedProcess.start()) {
      AwsCli aws =
          AwsCli.ofProfile(
              "adminuser", new Caller(served.endpoint(), ACCOUNT, "us-west-2"), folder);

      createsTheFunctionAndItsAliases(aws);
      movesBetaToVersionTwo(aws);
      letsS3InvokeProdAlone(aws);
      runsWhatTheAliasesNowPointTo(aws);

      assertThat(served.faults()).isEmpty();
    }
  }

  private void createsTheFunctionAndItsAliases(AwsCli aws) {
    aws.write("helloworld.zip", Zips.of("helloworld.js", HANDLER));

    assertAnswersAsPrinted(aws, "1-create-function");
    assertAnswersAsPrinted(aws, "2-create-alias-dev");
    assertAnswersAsPrinted(aws, "3-publish-version");
    aws.answerToLine(printed("4-create-alias-beta.sh"));
    aws.answerToLine(printed("5-create-alias-prod.sh"));

    // "At this time, you have both the BETA and PROD aliases pointing to version 1."
    assertThat(aliases(aws)).isEqualTo(Map.of("BETA", "1", "DEV", "$LATEST", "PROD", "1"));
  }

  private void movesBetaToVersionTwo(AwsCli aws) {
    // "If the $LATEST version is not changed, you cannot publish more than one version of it."
    assertThat(aws.answerToLine(printed("3-publish-version.sh")).path("Version").asText())
        .isEqualTo("1");

    aws.write(
        "helloworld.zip",
        Zips.of("helloworld.js", HANDLER.replace("\"message\"", "\"message of version 2\"")));
    aws.answer(
        "lambda",
        "update-function-code",
        "--region",
        "us-west-2",
        "--profile",
        "adminuser",
        "--function-name",
        "helloworld",
        "--zip-file",
        "fileb://helloworld.zip");
    assertThat(aws.answerToLine(printed("3-publish-version.sh")).path("Version").asText())
        .isEqualTo("2");
    aws.answerToLine(printed("6-update-alias-beta.sh"));

    // "DEV alias points to the $LATEST version, BETA alias points to version 2, PROD to version 1."
    assertThat(aliases(aws)).isEqualTo(Map.of("BETA", "2", "DEV", "$LATEST", "PROD", "1"));
  }

  private void letsS3InvokeProdAlone(AwsCli aws) {
    aws.answer(
        "s3api",
        "create-bucket",
        "--region",
        "us-west-2",
        "--profile",
        "adminuser",
        "--bucket",
        "examplebucket",
        "--create-bucket-configuration",
        "LocationConstraint=us-west-2");
    String refusal =
        "An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration"
            + " operation: Unable to validate the following destination configurations";
    assertThat(aws.refusal(notify("PROD"))).contains(refusal);

    String statement =
        aws.answerToLine(printed("7-add-permission.sh")).path("Statement").textValue();

    assertThat(TestResource.json(statement))
        .isEqualTo(new TestResource("tutorial/statement.json").json());
    assertThat(aws.answer(notify("PROD")).isMissingNode()).isTrue();
    assertThat(aws.refusal(notify("BETA"))).contains(refusal);
    assertThat(
            aws.answer(
                    "s3api",
                    "get-bucket-notification-configuration",
                    "--region",
                    "us-west-2",
                    "--profile",
                    "adminuser",
                    "--bucket",
                    "examplebucket")
                .at("/LambdaFunctionConfigurations/0/LambdaFunctionArn")
                .textValue())
        .isEqualTo(FUNCTION + ":PROD");
  }

  private static String[] notify(String alias) {
    return new String[] {
      "s3api",
      "put-bucket-notification-configuration",
      "--region",
      "us-west-2",
      "--profile",
      "adminuser",
      "--bucket",
      "examplebucket",
      "--notification-configuration",
      """
      {"LambdaFunctionConfigurations":
        [{"LambdaFunctionArn": "%s:%s", "Events": ["s3:ObjectCreated:*"]}]}
      """
          .formatted(FUNCTION, alias)
    };
  }

  private void runsWhatTheAliasesNowPointTo(AwsCli aws) {
    assertRuns(aws, "PROD", "1", "\"message\"");
    assertRuns(aws, "BETA", "2", "\"message of version 2\"");
    assertRuns(aws, "DEV", "$LATEST", "\"message of version 2\"");
  }

  private void assertRuns(AwsCli aws, String alias, String version, String payload) {
    JsonNode invoked =
        aws.answer(
            "lambda",
            "invoke",
            "--region",
            "us-west-2",
            "--profile",
            "adminuser",
            "--function-name",
            "helloworld",
            "--qualifier",
            alias,
            "--payload",
            EVENT,
            "out.json");

    assertThat(invoked.path("StatusCode").intValue()).isEqualTo(200);
    assertThat(invoked.path("ExecutedVersion").textValue()).isEqualTo(version);
    assertThat(invoked.has("FunctionError")).isFalse();
    assertThat(aws.read("out.json")).isEqualTo(payload);
  }

  private Map<String, String> aliases(AwsCli aws) {
    Map<String, String> aliases = new TreeMap<>();
    aws.answer(
            "lambda",
            "list-aliases",
            "--region",
            "us-west-2",
            "--profile",
            "adminuser",
            "--function-name",
            "helloworld")
        .path("Aliases")
        .forEach(
            alias ->
                aliases.put(
                    alias.path("Name").textValue(), alias.path("FunctionVersion").textValue()));
    return aliases;
  }

  /** Compares what the page prints, and only that: Lambda answers more today. */
  private void assertAnswersAsPrinted(AwsCli aws, String step) {
    JsonNode answer = aws.answerToLine(printed(step + ".sh"));

    TestResource.json(printed(step + ".json"))
        .properties()
        .forEach(
            field -> {
              if (!OTHERS.contains(field.getKey())) {
                assertThat(answer.path(field.getKey()).asText())
                    .as("%s of %s", field.getKey(), step)
                    .isEqualTo(field.getValue().asText().strip());
              } else {
                assertThat(answer.has(field.getKey())).isTrue();
              }
            });
  }

  /** A file of the tutorial with what a person replaces. */
  private String printed(String file) {
    return new TestResource("tutorial/" + file)
        .text()
        .replace("account-id", ACCOUNT)
        .replace("file-path", folder.toString());
  }
}
