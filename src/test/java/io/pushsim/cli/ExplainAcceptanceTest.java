package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person meets who asks for one decision: {@code pushsim explain}. */
class ExplainAcceptanceTest {
  private static final String ANSWERS = "src/test/resources/check/broken/cli-output";
  private static final String SAM = "src/test/resources/check/broken/sam.yaml";
  private static final String STORIES = "scenarios";

  @TempDir private Path folder;

  private static Cli explain(String bucket, String key, String... more) {
    List<String> arguments = new ArrayList<>(List.of("explain", "--bucket", bucket, "--key", key));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static void expect(Cli run, int exitCode, String... told) {
    assertThat(run.err()).isEmpty();
    assertThat(words(run.out())).contains(told);
    assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
  }

  private static void expectRefused(Cli run, String message) {
    assertThat(run.err().strip()).contains(message).doesNotContain("\n", "Exception");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
  }

  @Test
  void tellsOfTheGrantThatIsOnAnotherQualifier() {
    Cli run = explain("invoice-inbox", "in/a.pdf", ANSWERS);

    expect(
        run,
        1,
        "Denied: no statement allows it.",
        "What would allow it, statement 's3', is on invoices and counts for that alone "
            + ANSWERS
            + "/policies/invoices.json:2");
  }

  @Test
  void walksThroughWhatIsAllowed_untilTheVersionThatRuns() {
    Cli run = explain("examplebucket", "in/a.jpg", ANSWERS);

    expect(
        run,
        0,
        "✓ prod " + ANSWERS + "/notifications/examplebucket.json:3:5 → helloworld:PROD",
        "✓ Principal expects Service s3.amazonaws.com, the push has Service s3.amazonaws.com",
        "Allowed by statement 's3'.",
        "What would run? version 2",
        "Without statement 's3' S3 may not invoke helloworld:PROD for examplebucket.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          camera-uploads | There is no resource policy on it. Denied: no statement allows it. | --statement-id allow-s3-camera-uploads
          usage-records  | ✗ Principal expects Service s3.us-west-2.amazonaws.com, the push has Service s3.amazonaws.com | let Principal be Service s3.amazonaws.com instead
          raw-logs       | ✗ Condition ArnLike AWS:SourceArn expects arn:aws:s3:::raw-logs/*, the push has arn:aws:s3:::raw-logs | be arn:aws:s3:::raw-logs instead
          audit-trail    | ✗ Condition StringEquals AWS:SourceAccount expects 222222222222, the push has 111111111111 | be 111111111111 instead
          visitor-photos | Denied by statement 'closed': a Deny outweighs every Allow. | Remove the denying statement 'closed'
          note-drafts    | Denied: no statement allows it. | No grant can open
          report-requests | There is no resource policy on it. | There is no reports:BETA: create it.
          """)
  void namesTheElementAndTheChange_whenItIsDenied(String bucket, String why, String change) {
    expect(explain(bucket, "a", ANSWERS), 1, why, change);
  }

  @Test
  void namesWhatMustBeTold_whenItIsNotKnown() {
    expect(
        explain("media-partners-111111111111", "a", SAM),
        1,
        "Not known: it depends on ${AWS::Partition} and ${AWS::AccountId}",
        "Give --account with its 12 digits.");
  }

  @Test
  void decides_whenItIsTold() {
    Cli run =
        explain(
            "media-partners-111111111111",
            "a",
            SAM,
            "--account",
            "111111111111",
            "--region",
            "us-west-2");

    expect(run, 1, "Denied: no statement allows it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in/a.png    | s3:ObjectCreated:Put    | the key 'in/a.png' is not one of in/….jpg
          out/a.jpg   | s3:ObjectCreated:Put    | the key 'out/a.jpg' is not one of in/….jpg
          in/a.jpg    | s3:ObjectRemoved:Delete | it wants s3:ObjectCreated:*, not s3:ObjectRemoved:Delete
          """)
  void saysWhyNoRuleWantsIt(String key, String event, String why) {
    expect(
        explain("examplebucket", key, "--event", event, ANSWERS),
        1,
        why,
        "No rule wants the event: S3 pushes nothing.");
  }

  @Test
  void saysThatTheBucketHasNoRules() {
    expect(explain("former-storage", "a", ANSWERS), 1, "The bucket has no rules");
  }

  @ParameterizedTest
  @CsvSource({
    "helloworld:PROD, 0",
    "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD, 0",
    "helloworld, 1"
  })
  void takesATarget_byArnOrName(String target, int exitCode) {
    expect(
        explain("examplebucket", "in/a.jpg", "--target", target, ANSWERS),
        exitCode,
        "May S3 invoke exactly arn:aws:lambda:us-west-2:111111111111:function:helloworld");
  }

  /** The policy alone does not push. */
  @Test
  void exitsWithOne_whenTheTargetIsOpenButNoRuleNamesIt() {
    expect(
        explain("examplebucket", "in/a.jpg", "--target", "catalog:PROD", ANSWERS),
        1,
        "No rule wants the event for the target that is asked for.",
        "Allowed by statement 'anyone'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          helloword:PROD | 'helloword:PROD' is no target in these inputs: write a whole ARN, or one of arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD
          zzz            | one of arn:aws:lambda:us-west-2:111111111111:function:archiver, arn
          """)
  void listsTheTargetsThatAreMeant_whenThereIsNoSuch(String target, String message) {
    expectRefused(explain("examplebucket", "in/a.jpg", "--target", target, ANSWERS), message);
  }

  @Test
  void listsTheTargetsOfThatName_whenThereAreSeveral() throws IOException {
    Files.writeString(folder.resolve("list-functions.json"), functions());
    Files.writeString(folder.resolve("list-buckets.json"), "{\"Buckets\":[{\"Name\":\"b\"}]}");

    expectRefused(
        explain("b", "k", "--target", "f", folder.toString()),
        "'f' is the name of several targets: write a whole ARN, or one of"
            + " arn:aws:lambda:eu-west-1:111111111111:function:f,"
            + " arn:aws:lambda:us-west-2:111111111111:function:f");
  }

  private static String functions() {
    String function =
        """
        {"FunctionName":"f","FunctionArn":"arn:aws:lambda:%s:111111111111:function:f","Version":"$LATEST","Role":"arn:aws:iam::111111111111:role/r"}
        """;
    return "{\"Functions\":["
        + function.formatted("eu-west-1")
        + ","
        + function.formatted("us-west-2")
        + "]}";
  }

  @Test
  void namesTheBuckets_whenThereIsNoSuch() {
    expectRefused(
        explain("examplebuckett", "a", ANSWERS),
        "no input has a bucket 'examplebuckett'; did you mean examplebucket?");
    expectRefused(explain("zzz", "a", ANSWERS), "there are audit-trail, bank-statements");
  }

  @Test
  void namesTheEventThatIsMeant() {
    expectRefused(
        explain("examplebucket", "a", "--event", "s3:ObjectCreated:Putt", ANSWERS),
        "did you mean s3:ObjectCreated:Put?");
  }

  @Test
  void refusesAKeyThatS3WouldNotTake() {
    expectRefused(explain("examplebucket", "", ANSWERS), "--key must have 1 to 1024 bytes");
    expectRefused(
        explain("examplebucket", "k".repeat(1025), ANSWERS), "--key must have 1 to 1024 bytes");
  }

  @Test
  void explainsEachStoryThatHasTheBucket() {
    Cli run = explain("examplebucket", "in/HappyFace.jpg", STORIES);

    assertThat(words(run.out()))
        .contains("in scenarios/beta-without-grant.yaml", "in scenarios/canary.yaml");
  }

  @Test
  void explainsAndExitsWithTwo_whenAnotherInputIsBroken() throws IOException {
    Path half = Files.writeString(folder.resolve("half.json"), "{\"Buckets\": [");

    Cli run = explain("examplebucket", "in/a.jpg", ANSWERS, half.toString());

    assertThat(run.err()).contains("half.json:1:");
    assertThat(words(run.out())).contains("Allowed by statement 's3'.");
    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
  }

  @Test
  void tellsTheSameAsJson() throws IOException {
    Cli run = explain("audit-trail", "a", "--format", "json", ANSWERS);
    JsonNode explanation = new ObjectMapper().readTree(run.out()).at("/explanations/0");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(explanation.at("/allowed").booleanValue()).isFalse();
    assertThat(explanation.at("/pushed").booleanValue()).isFalse();
    assertThat(explanation.at("/targets/0/verdict").textValue()).isEqualTo("denied");
    assertThat(explanation.at("/targets/0/statements/0/elements/3/matches").booleanValue())
        .isFalse();
    assertThat(explanation.at("/targets/0/change/commands")).hasSize(2);
  }
}
