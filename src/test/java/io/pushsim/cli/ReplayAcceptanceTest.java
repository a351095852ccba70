package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.TestResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person meets who replays a scenario: {@code pushsim replay}. */
class ReplayAcceptanceTest {
  private static final String STORY =
      """
      account: "111111111111"
      region: us-west-2
      buckets: { examplebucket: {} }
      steps:
        - CreateFunction:
            FunctionName: hello
            Runtime: nodejs22.x
            Handler: index.handler
            Role: arn:aws:iam::111111111111:role/r
            Code: { Path: code }
            Publish: true
        - CreateAlias: { FunctionName: hello, Name: PROD, FunctionVersion: "1" }
        - AddPermission:
            FunctionName: hello
            Qualifier: PROD
            StatementId: s3
            Principal: s3.amazonaws.com
            Action: lambda:InvokeFunction
            SourceArn: arn:aws:s3:::examplebucket
            SourceAccount: "111111111111"
        - PutBucketNotificationConfiguration:
            Bucket: examplebucket
            NotificationConfiguration:
              LambdaFunctionConfigurations:
                - Id: prod
                  LambdaFunctionArn: arn:aws:lambda:us-west-2:111111111111:function:hello:PROD
                  Events: ["s3:ObjectCreated:*"]
        - PutObject: { Bucket: examplebucket, Key: a.txt, Body: hello }
          expect:
            deliveries:
              - { target: "hello:PROD", decision: allowed, executedVersion: "1", result: hi }
      """;

  @TempDir private Path folder;
  private Path scenario;

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = folder.resolve("story.yaml");
    Files.writeString(scenario, STORY);
    code("exports.handler = async () => 'hi';");
  }

  private void code(String javaScript) throws IOException {
    Files.createDirectories(folder.resolve("code"));
    Files.writeString(folder.resolve("code/index.js"), javaScript);
  }

  private Cli replay() {
    return Cli.run("replay", scenario.toString());
  }

  private void change(String from, String to) throws IOException {
    String story = Files.readString(scenario);
    assertThat(story).contains(from);
    Files.writeString(scenario, story.replace(from, to));
  }

  /** Nothing is lost on virtual time, so that what a scenario says twice it means twice. */
  @Test
  void pushesANotificationTwice_whenTheScenarioSaysItTwice() throws IOException {
    Files.writeString(
        folder.resolve("put.json"), new TestResource("minio-events/01-put.json").text());
    String step =
        """
          - Notify: { File: put.json }
            expect:
              deliveries:
                - { target: "hello:PROD", decision: allowed, executedVersion: "1", result: hi }
        """;
    Files.writeString(scenario, STORY + step + step);

    Cli run = replay();

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).doesNotContain("duplicate");
  }

  @Test
  void exitsWithOne_whenANotificationHasNoKey() throws IOException {
    Files.writeString(
        folder.resolve("put.json"),
        new TestResource("minio-events/01-put.json")
            .text()
            .replace("\"key\":\"HappyFace.jpg\"", "\"x\":1"));
    Files.writeString(scenario, STORY + "  - Notify: { File: put.json }\n");

    Cli run = replay();

    assertThat(run.exitCode()).as(run.out() + run.err()).isNotZero();
    assertThat(run.out() + run.err()).contains("record 1 of the notification has no s3.object.key");
  }

  @Test
  void exitsWithZero_whenAllIsAsExpected() {
    Cli run = replay();

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("allowed by statement s3", "ran version 1", "\"hi\"");
  }

  @Test
  void limitsAnAccountsConcurrency_whenTheScenarioSaysSo() throws IOException {
    Files.writeString(
        scenario,
        """
        concurrency: 150
        steps:
          - GetAccountSettings: {}
            expect: { AccountLimit: { ConcurrentExecutions: 150, UnreservedConcurrentExecutions: 150 } }
          - CreateFunction:
              FunctionName: hello
              Runtime: nodejs22.x
              Handler: index.handler
              Role: arn:aws:iam::111111111111:role/r
              Code: { Path: code }
          - PutFunctionConcurrency: { FunctionName: hello, ReservedConcurrentExecutions: 51 }
            expectError: { Code: InvalidParameterValueException }
          - PutFunctionConcurrency: { FunctionName: hello, ReservedConcurrentExecutions: 50 }
        """);

    Cli run = replay();

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void exitsWithOneAndNamesTheLine_whenAnExpectedVersionDiffers() throws IOException {
    change("executedVersion: \"1\"", "executedVersion: \"2\"");

    Cli run = replay();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("story.yaml:31:")
        .contains("deliveries[0].executedVersion")
        .contains("expected 2", "actual 1");
  }

  @Test
  void tellsWhyS3RefusesTheTarget_whenTheArnInTheGrantDiffers() throws IOException {
    change("SourceArn: arn:aws:s3:::examplebucket", "SourceArn: arn:aws:s3:::otherbucket");

    Cli run = replay();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Unable to validate the following destination configurations")
        .contains(
            "Condition ArnLike AWS:SourceArn expects arn:aws:s3:::otherbucket, the request has arn:aws:s3:::examplebucket");
  }

  @Test
  void countsTheFailures_whenCodeDoesNotParse() throws IOException {
    code("exports.handler = async () => {");

    Cli run = replay();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("Runtime.UserCodeSyntaxError").doesNotContain("at io.pushsim");
  }

  @Test
  void countsTheFailures_whenTheHandlerDoesNotExist() throws IOException {
    change("Handler: index.handler", "Handler: index.main");

    Cli run = replay();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("index.main is undefined or not exported");
  }

  @Nested
  class GivenBadInput {

    private void expectOneMessage(Cli run, String message) {
      assertThat(run.err()).contains(message).doesNotContain("Exception in", "at io.pushsim");
      assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void saysThatTheFileIsMissing() {
      expectOneMessage(
          Cli.run("replay", folder.resolve("nowhere.yaml").toString()), "nowhere.yaml");
    }

    @Test
    void saysThatTheFolderHasNoScenario() throws IOException {
      Path empty = Files.createDirectory(folder.resolve("empty"));

      expectOneMessage(Cli.run("replay", empty.toString()), "empty");
    }

    @Test
    void saysThatAPathIsNeeded() {
      expectOneMessage(Cli.run("replay"), "PATH");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            - CreateAlias:             | - CreateAlais:          | CreateAlias
            FunctionVersion: "1"       | FunctionVersion: 1      | in quotes
            Name: PROD                 | Nmae: PROD              | Name
            Role: arn                  | Rolle: arn              | Role
            Publish: true              | Layers: []              | CreateFunction.Layers is not simulated
            - PutObject:               | - CreateFunctionUrlConfig: | not simulated
            account: "111111111111"    | account: 111111111111   | in quotes
            Key: a.txt, Body: hello }  | Key: a.txt, Body: hello }, duplicate: 0 } | duplicate
            Code: { Path: code }       | Code: { Path: ../../etc } | outside
            Code: { Path: code }       | Code: { Path: nothing }   | nothing
            region: us-west-2          | region: moon            | moon
            """)
    void namesTheLineAndWhatWouldBeRight(String from, String to, String message)
        throws IOException {
      change(from, to.replace(" }, duplicate: 0 }", " }\n    duplicate: 0"));

      Cli run = replay();

      expectOneMessage(run, message);
      assertThat(run.err()).containsPattern("story\\.yaml:\\d+:\\d+: ");
    }

    @Test
    void refusesAnUnknownBucket_whichIsS3sToRefuse() throws IOException {
      change("PutObject: { Bucket: examplebucket", "PutObject: { Bucket: otherbucket");

      Cli run = replay();

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("NoSuchBucket");
    }

    @Test
    void refusesBrokenYaml() throws IOException {
      Files.writeString(scenario, "steps: [\n  - {");

      expectOneMessage(replay(), "story.yaml:");
    }

    @Test
    void refusesBinaryJunk() throws IOException {
      Files.write(scenario, new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 3});

      expectOneMessage(replay(), "story.yaml");
    }

    @Test
    void refusesAScenarioOf100Megabytes() throws IOException {
      try (OutputStream out = Files.newOutputStream(scenario)) {
        byte[] chunk =
            "# a comment that goes on and on\n".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 100; i++) {
          out.write(chunk);
        }
      }

      expectOneMessage(replay(), "story.yaml");
    }

    @Test
    void refusesAZipThatLeavesItsFolder() throws IOException {
      Files.write(folder.resolve("slip.zip"), zip("../evil.js", 10));
      change("Code: { Path: code }", "Code: { Path: slip.zip }");

      Cli run = replay();

      assertThat(run.exitCode()).isIn(1, 2);
      assertThat(run.out() + run.err()).contains("../evil.js").doesNotContain("at io.pushsim");
    }

    @Test
    void refusesAZipThatUnzipsToTooMuch() throws IOException {
      Files.write(folder.resolve("bomb.zip"), zip("index.js", 300_000_000));
      change("Code: { Path: code }", "Code: { Path: bomb.zip }");

      Cli run = replay();

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out().replaceAll("\\s+", " "))
          .contains("Unzipped size must be smaller than 262144000 bytes");
    }

    private byte[] zip(String name, int zeros) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry(name));
        byte[] chunk = new byte[1 << 20];
        for (int left = zeros; left > 0; left -= chunk.length) {
          zip.write(chunk, 0, Math.min(left, chunk.length));
        }
      }
      return bytes.toByteArray();
    }
  }
}
