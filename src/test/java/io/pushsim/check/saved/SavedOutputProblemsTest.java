package io.pushsim.check.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.setup.SetUp;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in which something is wrong, and files that are none. */
class SavedOutputProblemsTest extends SavedFiles {
  @Test
  void saysThatAnEmptyFileMayBeOfACommandThatFailed() throws IOException {
    save("policy.json", "");
    read(folder.resolve("policy.json"));

    assertThat(problems())
        .containsExactly(
            "policy.json:1:1: is empty, as a file is after a command that failed: run it again, with 2>&1 where what it says is to be kept");
  }

  @Test
  void refusesTwoAccountsInOneFolder() throws IOException {
    save("a.json", IDENTITY);
    save("b.json", IDENTITY.replace(ACCOUNT, "222222222222"));
    read();

    assertThat(problems())
        .containsExactly(
            "b.json:1:1: tells the account 222222222222, and a.json:1:1 tells 111111111111 of the same folder: give each account a folder of its own");
  }

  @Test
  void readsTheOtherStatementsWhereOneIsNone() throws IOException {
    save(
        "policy.json",
        policy(
            "{\"Sid\":\"half\",\"Effect\":\"Perhaps\"}", statement(ARN + "helloworld:PROD"), "7"));
    SetUp setUp = read();

    assertThat(setUp.policies().get(0).document().statements()).hasSize(1);
    assertThat(problems())
        .containsExactly(
            "policy.json:2:13: statement 1: Effect is 'Perhaps': write Allow or Deny",
            "policy.json:2:13: statement 3 is none: a statement is a map with Effect, Principal, Action and Resource");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\\\"Version\\\":", "not json", "[1]", "[[[[[[[[[[[[[[[[[[[["})
  void saysThatAPolicysTextIsNone(String text) throws IOException {
    save("policy.json", "{\"RevisionId\": \"x\",\n \"Policy\": \"" + text + "\"}");
    read();

    assertThat(problems()).singleElement().asString().startsWith("policy.json:2:12: the policy");
  }

  @Test
  void refusesTwoPoliciesOfOneTarget() throws IOException {
    save("a.json", policy(statement(ARN + "helloworld:PROD")));
    save("b.json", policy(statement(ARN + "helloworld:PROD").replace("\"s3\"", "\"other\"")));
    save("c.json", policy(statement(ARN + "helloworld:PROD")));
    SetUp setUp = read();

    assertThat(setUp.policies()).hasSize(1);
    assertThat(problems())
        .containsExactly(
            "b.json:1:1: the policy of %shelloworld:PROD stands otherwise in a.json:1:1: delete the older of the two answers"
                .formatted(ARN));
  }

  @Test
  void refusesAnAliasThatPointsToTwoVersions() throws IOException {
    save("a.json", ALIASES);
    save("b.json", ALIASES.replace("\"2\"", "\"4\""));
    read();

    assertThat(problems())
        .containsExactly(
            "b.json:1:14: the alias helloworld:PROD points to 4 here, and otherwise in a.json:1:14: delete the older of the two answers");
  }

  @Test
  void refusesASecondConfigurationOfABucketInOneFile() throws IOException {
    save("list-buckets.json", buckets("examplebucket"));
    save("examplebucket.json", RULE + "\n" + RULE);
    SetUp setUp = read();

    assertThat(setUp.rules()).hasSize(1);
    assertThat(problems())
        .containsExactly(
            "examplebucket.json:4:1: a second notification configuration of examplebucket in one file: give each bucket's a file of its own");
  }

  @Test
  void saysThatAListIsNotWhole() throws IOException {
    save("a.json", ALIASES.replaceFirst("\\{", "{\"NextToken\": \"x\", "));
    SetUp setUp = read();

    assertThat(setUp.aliases()).hasSize(2);
    assertThat(problems())
        .containsExactly(
            "a.json:1:1: is the first part of a list only: run the command without --max-items and --no-paginate");
  }

  @Test
  void takesASavedErrorOfWhatIsNotThereForNothing() throws IOException {
    String error =
        "An error occurred (ResourceNotFoundException) when calling the GetPolicy operation: The resource you requested does not exist.\n";
    save("policies/helloworld.json", "\n" + error);
    save("policies/other.txt", "\naws: [ERROR]: " + error);
    read();

    assertThat(problems()).isEmpty();
    assertThat(gathering.passedOver()).isEmpty();
  }

  @Test
  void saysOfEveryOtherSavedErrorThatTheAnswerIsNotKnown() throws IOException {
    save(
        "policy.txt",
        "\nAn error occurred (AccessDeniedException) when calling the GetPolicy operation: User: x is not authorized\n");
    save("expired.json", "aws: [ERROR]: Something went wrong\n");
    read();

    assertThat(problems())
        .containsExactly(
            "expired.json:1:1: the command failed, so its answer is not known: \"Something went wrong\"; run it again and save its answer",
            "policy.txt:2:1: the command failed, so its answer is not known: \"An error occurred (AccessDeniedException) when calling th…\"; run it with an identity that may do that");
  }

  @Test
  void leavesAloneWhatOtherServicesAnswer() throws IOException {
    save("kms.json", "{\"Aliases\": [{\"AliasArn\": \"arn:aws:kms:us-west-2:1:alias/a\"}]}");
    save("objects.json", "{\"Versions\": [{\"Key\": \"k\", \"VersionId\": \"v\"}]}");
    save("bucket-policy.json", "{\"Policy\": \"{\\\"Statement\\\":[]}\"}");
    save(
        "layer.json",
        "{\"RevisionId\": \"x\", \"Policy\": \"{\\\"Action\\\":\\\"lambda:GetLayerVersion\\\"}\"}");
    save(
        "iam.json",
        "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"lambda:*\", \"Resource\": \""
            + ARN
            + "f\"}]}");
    save("package.json", "{\"name\": \"x\", \"files\": [\"a\"]}");
    save("aliases.json", ALIASES);
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(gathering.passedOver()).hasSize(6);
    assertThat(setUp.policies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Functions': [{'FunctionArn': 'arn:aws:lambda:x'}, 7]}",
        "{'Aliases': [{'AliasArn': ':lambda:'}, null]}",
        "{'Aliases': [{'AliasArn': 'ARNf:P'}]}",
        "{'Aliases': [{'AliasArn': 'ARNf:P', 'FunctionVersion': '1', 'RoutingConfig': {'AdditionalVersionWeights': {'2': 'x'}}}]}",
        "{'Buckets': [{'Name': 'examplebucket'}, 4]}",
        "{'Buckets': [{'Name': 'examplebucket'}]} {'LambdaFunctionConfigurations': 3}",
        "{'Buckets': [{'Name': 'examplebucket'}]} {'LambdaFunctionConfigurations': [1]}",
        "{'Buckets': [{'Name': 'examplebucket'}]} {'LambdaFunctionConfigurations': [{'LambdaFunctionArn': 'x', 'Filter': 3}]}",
        "{'Buckets': [{'Name': 'examplebucket'}]} {'LambdaFunctionConfigurations': [{'LambdaFunctionArn': 'x', 'Filter': {'Key': {'FilterRules': [{}]}}}]}",
      })
  void saysWhereAnAnswerHasWrongTypes(String text) throws IOException {
    save("examplebucket.json", text.replace("ARN" + "f", ARN + "f").replace('\'', '"'));
    read();

    assertThat(problems())
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith("examplebucket.json:1:"));
  }
}
