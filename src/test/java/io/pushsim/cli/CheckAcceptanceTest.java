package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pushsim.testing.LiveServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person meets who checks set-ups: {@code pushsim check}. */
class CheckAcceptanceTest {
  private static final String BROKEN = "src/test/resources/check/broken/";
  private static final String MENDED = "src/test/resources/check/mended/";

  @TempDir private Path folder;

  private static Cli check(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Cli.run(all);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cli-output",
        "cloudformation.yaml",
        "sam.yaml",
        "terraform-plan.json",
        "scenario.yaml"
      })
  void exitsWithOneForABrokenSetUp_andWithZeroForItsTwin(String name) {
    Cli broken = check(BROKEN + name);
    Cli mended = check(MENDED + name);

    assertThat(broken.err() + mended.err()).isEmpty();
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out()).contains("error: Target without a grant  [target-without-grant]");
    assertThat(mended.exitCode()).isZero();
    assertThat(mended.out()).contains("✓ no findings in ");
  }

  /** The CLI writes Prefix and Suffix in capitals, Terraform in small letters. */
  @Test
  void takesAPlanAndWhatWasSavedOfItsOutcomeTogether() {
    Cli run = check(MENDED + "terraform-plan.json", MENDED + "cli-output");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void takesEachStoryForItself_whenAFolderOfThemIsGiven() {
    Cli run = check("scenarios");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("━━ scenarios/beta-without-grant.yaml ", "━━ scenarios/");
  }

  @Test
  void asksAnEndpoint() {
    try (LiveServer server = new LiveServer()) {
      server.call("CreateBucket", "{\"Bucket\": \"examplebucket\"}");

      Cli run = check("--endpoint", server.endpoint().toString());

      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("✓ no findings in 0 rules");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void tellsThatNobodyListensAtTheEndpoint() {
    Cli run = check("--endpoint", "http://127.0.0.1:1", BROKEN + "sam.yaml");

    assertThat(run.err()).startsWith("http://127.0.0.1:1: cannot be reached");
    assertThat(run.out()).contains("[target-without-grant]");
    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
  }

  @Nested
  class GivenForms {

    @Test
    void writesJson() throws IOException {
      JsonNode report =
          new ObjectMapper().readTree(check(BROKEN + "sam.yaml", "--format", "json").out());

      assertThat(report.at("/passed").booleanValue()).isFalse();
      assertThat(report.at("/counts/errors").intValue()).isPositive();
    }

    @Test
    void writesSarif() throws IOException {
      JsonNode report =
          new ObjectMapper().readTree(check(BROKEN + "sam.yaml", "--format", "sarif").out());

      assertThat(report.at("/version").textValue()).isEqualTo("2.1.0");
      assertThat(report.at("/runs/0/results")).isNotEmpty();
    }

    @Test
    void writesMarkdown() {
      assertThat(check(BROKEN + "sam.yaml", "--format", "markdown").out())
          .startsWith("### ❌ pushsim check: ");
    }

    @Test
    void writesAllOfThemIntoAFolder() {
      Cli run = check(BROKEN + "sam.yaml", "--report", folder.resolve("new/report").toString());

      assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
      assertThat(folder.resolve("new/report"))
          .isDirectoryContaining("glob:**/report.html")
          .isDirectoryContaining("glob:**/report.json")
          .isDirectoryContaining("glob:**/report.sarif")
          .isDirectoryContaining("glob:**/report.md");
    }

    @Test
    void refusesAFileWhereTheFolderShouldBe() throws IOException {
      Cli run = check(BROKEN + "sam.yaml", "--report", file("report", ""));

      assertThat(run.err()).startsWith("pushsim check: ").contains("is a file. Name a folder");
      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    }
  }

  @Nested
  class GivenOptions {

    private void expectRefused(Cli run, String message) {
      assertThat(run.err().strip()).startsWith("pushsim check: ").contains(message);
      assertThat(run.err().strip()).doesNotContain("\n", "Exception");
      assertThat(run.out()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    }

    @Test
    void leavesOutWhatIsIgnored() {
      Cli run =
          check(
              BROKEN + "sam.yaml",
              "--ignore",
              "target-without-grant,overlapping-rules",
              "--ignore",
              "unused-grant");

      assertThat(run.out())
          .doesNotContain("[target-without-grant]", "[overlapping-rules]", "[unused-grant]")
          .contains("[grant-elsewhere]", "3 left out by baseline or --ignore");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            --ignore=overlaping-rules | did you mean overlapping-rules?
            --ignore=xyz              | there are target-without-grant, grant-elsewhere
            --account=12              | --account is '12': write its 12 digits
            --region=moon             | --region is 'moon': write one like us-west-2
            --endpoint=ftp://x        | --endpoint is 'ftp://x': write one like http://
            --format=jsn              | expected one of [table, json, sarif, markdown]
            --update-baseline         | --update-baseline needs a file: name it by --baseline
            """)
    void refusesAnOptionThatIsWrong(String option, String message) {
      expectRefused(check(BROKEN + "sam.yaml", option), message);
    }

    @Test
    void refusesToReadNothing() {
      expectRefused(check(), "there is nothing to read: name files or folders, or an --endpoint");
    }

    @Test
    void takesOptionsFromTheEnvironment() {
      Cli run =
          withEnvironment(Map.of("PUSHSIM_ACCOUNT", "111111111111", "PUSHSIM_FORMAT", "json"));

      assertThat(run.out()).startsWith("{").contains("\"schemaVersion\"");
      assertThat(run.out()).doesNotContain("${AWS::AccountId}");
    }

    @Test
    void namesTheEnvironmentVariable_whenItIsWrong() {
      expectRefused(
          withEnvironment(Map.of("PUSHSIM_FORMAT", "jsn")),
          "(from the environment variable PUSHSIM_FORMAT)");
    }

    private Cli withEnvironment(Map<String, String> environment) {
      return Cli.of(
          terminal ->
              PushsimCommand.run(
                  Map.of("check", CheckCommand::new),
                  terminal,
                  environment,
                  "check",
                  BROKEN + "sam.yaml"));
    }
  }

  @Nested
  class GivenParameters {
    private static final String TEMPLATE =
        """
        Parameters:
          Env: { Type: String }
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties: { FunctionName: f, Role: "arn:aws:iam::111111111111:role/r" }
          A:
            Type: AWS::Lambda::Alias
            Properties: { FunctionName: !Ref F, FunctionVersion: "1", Name: PROD }
          P:
            Type: AWS::Lambda::Permission
            Condition: IsProd
            Properties:
              FunctionName: !Ref A
              Action: lambda:InvokeFunction
              Principal: s3.amazonaws.com
              SourceArn: arn:aws:s3:::b-photos
              SourceAccount: "111111111111"
          B:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: b-photos
              NotificationConfiguration:
                LambdaConfigurations:
                  - { Event: "s3:ObjectCreated:*", Function: !Ref A }
        """;

    private Cli checkWith(String... parameters) throws IOException {
      String[] all = new String[parameters.length + 3];
      all[0] = file("stack.yaml", TEMPLATE);
      all[1] = "--account=111111111111";
      all[2] = "--region=us-west-2";
      System.arraycopy(parameters, 0, all, 3, parameters.length);
      return check(all);
    }

    @Test
    void doesNotGuess_whenAGrantIsThereUnderAConditionOnly() throws IOException {
      Cli run = checkWith();

      assertThat(words(run.out())).contains("it depends on ${IsProd}. Give --parameter Env=…");
      assertThat(run.out()).contains("[unknown-decision]");
    }

    @Test
    void decides_whenTheParameterIsGiven() throws IOException {
      Cli prod = checkWith("--parameter=Env=prod");
      Cli beta = checkWith("--parameter=Env=beta");

      assertThat(prod.out()).contains("✓ no findings in 1 rule");
      assertThat(prod.exitCode()).isZero();
      assertThat(beta.out()).contains("[target-without-grant]");
      assertThat(beta.exitCode()).isEqualTo(1);
    }

    @Test
    void tellsOfAParameterThatNoTemplateHas() throws IOException {
      Cli run = checkWith("--parameter=Enw=prod");

      assertThat(run.err())
          .isEqualTo("--parameter Enw: no template that was read has it; did you mean Env?\n");
      assertThat(run.out()).contains("b-photos");
      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    }

    @Test
    void tellsOfAParameter_whenThereIsNoTemplateAtAll() {
      Cli run = check(MENDED + "cli-output", "--parameter=Env=prod");

      assertThat(run.err()).contains("--parameter Env: no template that was read has it");
      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    }

    @Test
    void takesTheNameOfTheStack() throws IOException {
      Cli run = checkWith("--parameter=Env=prod", "--parameter=AWS::StackName=photos");

      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isZero();
    }
  }

  @Nested
  class GivenABaseline {

    private String baseline() {
      return folder.resolve("baseline.json").toString();
    }

    private Cli written() {
      return check(BROKEN + "sam.yaml", "--baseline", baseline(), "--update-baseline");
    }

    @Test
    void tellsNothingThatItKnows() {
      Cli update = written();
      Cli run = check(BROKEN + "sam.yaml", "--baseline", baseline());

      assertThat(update.exitCode()).as(update.err()).isZero();
      assertThat(run.out()).contains("✓ no findings in 20 rules; 20 left out by baseline");
      assertThat(run.exitCode()).isZero();
    }

    @Test
    void tellsWhatIsNew_andHowManyEntriesAreStale() throws IOException {
      written();
      Path file = Path.of(baseline());
      Files.writeString(
          file, Files.readString(file).replace("\"media-uploads-", "\"former-uploads-"));

      Cli run = check(BROKEN + "sam.yaml", "--baseline", baseline());

      assertThat(run.out()).contains("[target-without-grant]");
      assertThat(run.err())
          .isEqualTo(
              "pushsim check: 1 entry of the baseline matches nothing any more: --update-baseline"
                  + " drops what is stale\n");
      assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void isAsked_whenItIsNotThere() {
      Cli run = check(BROKEN + "sam.yaml", "--baseline", baseline());

      assertThat(run.err())
          .isEqualTo(baseline() + ": there is no such baseline: --update-baseline writes it\n");
      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    }

    @Test
    void isRefused_whenItCannotBeWritten() {
      Cli run =
          check(
              BROKEN + "sam.yaml",
              "--baseline",
              folder.resolve("no/such.json").toString(),
              "--update-baseline");

      assertThat(run.err()).contains("no/such.json: the baseline cannot be written");
      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {"baselineVersion": 1, "fin                                                       | :1:
            {"baselineVersion": 2, "findings": []}                                            | :1:1: this is no baseline of version 1
            {"findings": []}                                                                  | no baseline of version 1
            []                                                                                | no baseline of version 1
            {"baselineVersion": 1, "findings": [{"id": "no-such", "subject": "x"}]}           | :1:37: there is no finding 'no-such'
            {"baselineVersion": 1, "findings": [{"id": "recursion"}]}                         | an entry of a baseline has id, subject and setUp
            {"baselineVersion": 1, "findings": [7]}                                           | an entry of a baseline has id, subject and setUp
            """)
    void isRefused_whenItIsDamaged(String text, String message) throws IOException {
      Files.writeString(Path.of(baseline()), text);

      Cli run = check(BROKEN + "sam.yaml", "--baseline", baseline());

      assertThat(run.err()).startsWith(baseline()).contains(message).doesNotContain("Exception");
      assertThat(run.out()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    }
  }
}
