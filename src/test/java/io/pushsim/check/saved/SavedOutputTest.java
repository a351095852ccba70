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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
  void placesWhatHasAFaultWhereTheFaultIsMarked() throws IOException {
    SetUp setUp = read(CHECK.resolve("broken/cli-output"));
    Set<String> places = new HashSet<>();
    setUp.rules().forEach(rule -> places.add(lineOf(rule.origin().place())));
    setUp.aliases().forEach(alias -> places.add(lineOf(alias.origin().place())));
    setUp.policies().forEach(policy -> policy.places().forEach(at -> places.add(lineOf(at))));

    assertThat(Files.readAllLines(CHECK.resolve("broken/cli-output.faults.txt")))
        .hasSize(24)
        .allSatisfy(fault -> assertThat(places).contains(fault.split(" ")[1]));
  }

  private static String lineOf(Place place) {
    return CHECK.resolve("broken").relativize(Path.of(place.file())) + ":" + place.line();
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
}
