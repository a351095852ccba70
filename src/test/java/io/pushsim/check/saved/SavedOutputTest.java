package io.pushsim.check.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedOutputTest extends SavedFiles {
  private static final Path CHECK = Path.of("src/test/resources/check");

  @ParameterizedTest
  @ValueSource(strings = {"broken", "mended"})
  void readsAWholeFolderOfAnswers(String kind) {
    SetUp setUp = read(CHECK.resolve(kind).resolve("cli-output"));

    assertThat(problems()).isEmpty();
    assertThat(gathering.passedOver()).isEmpty();
    assertThat(setUp.functions()).hasSize(25);
    assertThat(setUp.aliases()).hasSize(25);
    assertThat(setUp.versions()).hasSize(29);
    assertThat(setUp.buckets()).hasSize(kind.equals("broken") ? 26 : 25);
    assertThat(setUp.rules()).hasSize(26);
    assertThat(setUp.policies()).hasSize(kind.equals("broken") ? 22 : 25);
    assertThat(setUp.buckets())
        .allSatisfy(
            bucket -> {
              assertThat(bucket.owner()).isEqualTo(Text.of(ACCOUNT));
              assertThat(bucket.region()).isEqualTo(Text.of("us-west-2"));
            });
  }

  @Test
  void readsAPolicyWithItsExactTargetAndPlaces() throws IOException {
    save("any-name.json", policy(statement(ARN + "helloworld:PROD")));

    DeclaredPolicy policy = read().policies().get(0);
    assertThat(policy.target()).isEqualTo(Text.of(ARN + "helloworld:PROD"));
    assertThat(policy.document().statement("s3")).isPresent();
    assertThat(policy.places()).containsExactly(new Place(folder + "/any-name.json", 2, 13));
  }

  @Test
  void readsAPolicyThatWasSavedAlone() throws IOException {
    save(
        "policy.json",
        "{\"Version\": \"2012-10-17\", \"Statement\": [\n" + statement(ARN + "helloworld") + "]}");

    DeclaredPolicy policy = read().policies().get(0);
    assertThat(policy.target()).isEqualTo(Text.of(ARN + "helloworld"));
    assertThat(policy.places().get(0).line()).isEqualTo(2);
  }

  @Test
  void readsAddPermissionsOwnAnswer() throws IOException {
    save("add.json", "{\"Statement\": \"" + escaped(statement(ARN + "helloworld:PROD")) + "\"}");
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(setUp.policies().get(0).target()).isEqualTo(Text.of(ARN + "helloworld:PROD"));
  }

  @Test
  void readsTheAnswersInYaml() throws IOException {
    save(
        "aliases.yaml",
        """
        Aliases:
        - AliasArn: %shelloworld:PROD
          Description: ''
          FunctionVersion: '1'
          Name: PROD
        """
            .formatted(ARN));
    save(
        "examplebucket.yml",
        """
        LambdaFunctionConfigurations:
        - Events:
          - s3:ObjectCreated:*
          Id: prod
          LambdaFunctionArn: %shelloworld:PROD
        """
            .formatted(ARN));
    save("list-buckets.yaml", "Buckets:\n- Name: examplebucket\nOwner:\n  ID: x\n");
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(setUp.aliases()).hasSize(1);
    assertThat(setUp.rules().get(0).origin().place().line()).isEqualTo(2);
  }

  @Test
  void readsFunctionsVersionsAndAliases() throws IOException {
    String latest =
        """
        {"FunctionName": "helloworld", "FunctionArn": "%shelloworld", "Version": "$LATEST",
         "Role": "arn:aws:iam::111111111111:role/r"}"""
            .formatted(ARN);
    String second =
        """
        {"FunctionName": "helloworld", "FunctionArn": "%shelloworld:2", "Version": "2",
         "DeadLetterConfig": {"TargetArn": "arn:aws:sqs:us-west-2:111111111111:dead"}}"""
            .formatted(ARN);
    save("a.json", "{\"Functions\": [" + latest + "]}");
    save("b.json", "{\"Versions\": [" + second + "]}");
    save("c.json", ALIASES);
    save("d.json", "{\"Configuration\": %s}".formatted(second.replace("2\"", "3\"")));
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(setUp.functions())
        .extracting(DeclaredFunction::arn)
        .containsExactly(Text.of(ARN + "helloworld"));
    assertThat(setUp.versions())
        .extracting(DeclaredVersion::number)
        .containsExactly(Text.of("2"), Text.of("3"));
    assertThat(setUp.versions().get(0).deadLetterTarget())
        .hasValue(Text.of("arn:aws:sqs:us-west-2:111111111111:dead"));
    assertThat(setUp.aliases()).hasSize(2);
    assertThat(setUp.aliases().get(0).additionalVersionWeights())
        .isEqualTo(Map.of(Text.of("3"), 0.1));
  }

  @Test
  void readsAnswersThatFollowEachOtherInOneFile() throws IOException {
    save(
        "session.json",
        IDENTITY
            + "\n"
            + ALIASES
            + "\nAn error occurred (ResourceNotFoundException) when calling the GetPolicy operation: The resource you requested does not exist.\n"
            + policy(statement(ARN + "helloworld:PROD"))
            + buckets("examplebucket"));
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(setUp.aliases()).hasSize(2);
    assertThat(setUp.policies()).hasSize(1);
    assertThat(setUp.policies().get(0).places().get(0).line())
        .as("the error's line counts")
        .isEqualTo(7);
    assertThat(setUp.buckets()).extracting(DeclaredBucket::owner).containsExactly(Text.of(ACCOUNT));
  }

  @Test
  void readsARuleWithAllItHas() throws IOException {
    save("list-buckets.json", buckets("examplebucket"));
    save("examplebucket.json", RULE.replace("[{\"Id\"", "[\n{\"Id\""));

    DeclaredRule rule = read().rules().get(0);
    assertThat(rule.id()).hasValue(Text.of("prod"));
    assertThat(rule.kind()).isEqualTo(TargetKind.LAMBDA);
    assertThat(rule.target()).isEqualTo(Text.of(ARN + "helloworld:PROD"));
    assertThat(rule.events()).containsExactly(Text.of("s3:ObjectCreated:*"));
    assertThat(rule.filter())
        .containsExactly(new DeclaredRule.Filter(Text.of("Prefix"), Text.of("in/")));
    assertThat(rule.origin().place()).isEqualTo(new Place(folder + "/examplebucket.json", 2, 1));
  }

  @Test
  void readsTheOldFormOfAConfiguration() throws IOException {
    save("list-buckets.json", buckets("examplebucket"));
    save(
        "examplebucket.json",
        """
        {"CloudFunctionConfiguration": {"Id": "x", "Event": "s3:ObjectCreated:*",
          "Events": ["s3:ObjectCreated:*"], "CloudFunction": "%shelloworld"},
         "TopicConfiguration": {"Topic": "arn:aws:sns:us-west-2:1:t", "Event": "s3:ObjectRemoved:*"}}"""
            .formatted(ARN));
    SetUp setUp = read();

    assertThat(setUp.rules())
        .extracting(DeclaredRule::kind)
        .containsExactly(TargetKind.LAMBDA, TargetKind.TOPIC);
    assertThat(setUp.rules().get(0).events()).containsExactly(Text.of("s3:ObjectCreated:*"));
    assertThat(setUp.rules().get(1).events()).containsExactly(Text.of("s3:ObjectRemoved:*"));
  }

  @Test
  void readsWhatWasPutAsItNamesItsBucket() throws IOException {
    save("put.json", "{\"Bucket\": \"b\", \"NotificationConfiguration\": " + RULE + "}");

    assertThat(read().rules()).extracting(DeclaredRule::bucket).containsExactly(Text.of("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "\n"})
  void takesAnEmptyAnswerForABucketWithoutRules(String text) throws IOException {
    save("policy.json", policy(statement(ARN + "helloworld:PROD")));
    save("notifications/examplebucket.json", text);
    SetUp setUp = read();

    assertThat(problems()).isEmpty();
    assertThat(setUp.rules()).isEmpty();
    assertThat(setUp.buckets())
        .extracting(DeclaredBucket::name)
        .containsExactly(Text.of("examplebucket"));
  }

  @Test
  void saysThatAnEmptyFileMayBeOfACommandThatFailed() throws IOException {
    save("policy.json", "");
    read(folder.resolve("policy.json"));

    assertThat(problems())
        .containsExactly(
            "policy.json:1:1: is empty, as a file is after a command that failed: run it again, with 2>&1 where what it says is to be kept");
  }

  @ParameterizedTest
  @CsvSource({"null, us-east-1", "\"us-west-2\", us-west-2", "\"EU\", eu-west-1"})
  void readsWhereABucketIs(String written, String region) throws IOException {
    save("list-buckets.json", buckets("examplebucket"));
    save("get-bucket-location-examplebucket.json", "{\"LocationConstraint\": " + written + "}");

    assertThat(read().buckets())
        .extracting(DeclaredBucket::region)
        .containsExactly(Text.of(region));
  }

  @Test
  void leavesOwnerAndRegionUnknownUntilTheyAreTold() throws IOException {
    save("list-buckets.json", buckets("examplebucket"));
    DeclaredBucket bucket = read().buckets().get(0);

    assertThat(bucket.owner()).hasToString("${AWS::AccountId}");
    assertThat(bucket.region()).hasToString("${region of examplebucket}");
  }

  @Test
  void takesTheAccountOfTheNearestFolder() throws IOException {
    save("one/identity.json", IDENTITY);
    save("one/deep/list-buckets.json", buckets("first"));
    save("two/identity.json", IDENTITY.replace(ACCOUNT, "222222222222"));
    save("two/list-buckets.json", buckets("second"));

    assertThat(read().buckets())
        .extracting(bucket -> bucket.name() + " " + bucket.owner())
        .containsExactly("first 111111111111", "second 222222222222");
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
