package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads that cannot be: a clear sentence, and the exit code of a wrong input. */
class LoadRefusalsAcceptanceTest extends LoadScenario {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          soon | UpdateAlias {} | --at is 'soon', which is no time
          10s | UpdateAlias { FunctionName: hello, Name: PROD } | --at is 10s, but the load ends after PT10S
          1s | UpdateAlais { FunctionName: hello } | unknown step "UpdateAlais"; did you mean "UpdateAlias"?
          1s | UpdateAlias { FunctionNme: hello } | did you mean "FunctionName"?
          1s | UpdateAlias | write its name and its parameters
          1s | PutObject { Bucket: examplebucket, Key: a } | PutObject is no AWS operation that changes a set-up
          """)
  void refusesAnOperationThatCannotBe(String time, String operation, String message) {
    Cli run = load("--at", time, operation);

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).startsWith("pushsim load: ").contains(message);
  }

  @Test
  void refusesToCompareWithWhatIsNoLoad() throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{\"schemaVersion\": 1}");

    assertThat(load("--compare", other.toString()).err())
        .contains("is no report.json of a load of this version");
    assertThat(load("--compare", scenario.toString()).err()).contains("is no JSON (");
    Cli run = load("--compare", folder.resolve("none.json").toString());
    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).contains("none.json is not there: name the report.json of a former load");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rate | fast | --rate is 'fast', which is no rate up to 10,000,000 pushes a second
          --rate | 0.001 | which is not one push in PT10S: ask for a higher rate
          --duration | 0s | --duration is PT0S; a load takes some time
          --duration | soon | 'soon' is no duration
          --threshold | p99<50 | 'p99<50' needs a time with its unit, such as 50ms
          --threshold | speed>5 | 'speed>5' names nothing that is measured: there are p50,
          --threshold | split(2)=10% | is hardly ever met exactly; write how far it may be off
          --threshold | split(2)<10%±1% | has a tolerance, which only = can have
          --threshold | p101<1s | names nothing that is measured
          --key-template | {x} | '{x}' is no template of keys
          --payload | 1TB | '1TB' is no size; write one such as
          --max-under-way | 0 | --max-under-way is 0; write at least 1
          --target | s4 | --target is 's4'; write in-process, s3, or a URL like
          --s3 | http://127.0.0.1:9000 | --s3 is the server of --target s3: leave it out, or give that too
          --s3-access-key | A | --s3-access-key goes with --target s3 --s3 URL: leave it out, or give both
          --pushsim | http://127.0.0.1:4580 | --pushsim goes with --target s3 --s3 URL
          --webhook-token | T | --webhook-token is for a --target that is a URL: leave it out, or name one
          --by | invoke | --by is for a --target that is a URL: leave it out, or name one
          --by | post | --by
          """)
  void refusesWrongUsage(String option, String value, String message) {
    Cli run = load(option, value);

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).startsWith("pushsim load: ").contains(message);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --target s3 --handler none | --handler none routes within this process: leave it or the --target out
          --target s3 --by invoke | --by is for a --target that is a URL
          --target s3 --pushsim http://127.0.0.1:4580 | --pushsim is about an S3 server elsewhere: leave it out, or name the server by --s3 http://HOST:PORT
          --target s3 --s3 embedded --s3-access-key A --s3-secret-key B | --s3-access-key is about an S3 server elsewhere
          --target s3 --s3 http://127.0.0.1:9000 --s3-access-key A | --s3-access-key and --s3-secret-key go together
          --target s3 --s3 minio | --s3: 'minio' is no address of an S3 server; write http://HOST:PORT
          --target s3 --s3 http://127.0.0.1:9000 --pushsim here | --pushsim is 'here'; write a URL like
          --target http://127.0.0.1:4580 --s3 http://127.0.0.1:9000 | --s3 is the server of --target s3
          """)
  void refusesTargetsThatContradictThemselves(String options, String message) {
    Cli run = load(options.split(" "));

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).startsWith("pushsim load: ").contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesAThresholdThatRoutingAloneCannotCross() {
    Cli run = load("--handler", "none", "--threshold", "throttles==0");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).contains("with --handler none nothing runs that could come to it");
  }

  @Test
  void refusesAStoryWithoutEvents() throws IOException {
    change("  - PutObject: { Bucket: examplebucket, Key: in/a.txt, Body: hello }\n", "");

    Cli run = load();

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).contains("story.yaml:", "there is nothing to load with");
  }

  @Test
  void refusesASetUpThatIsRefused() throws IOException {
    change("FunctionVersion: \"1\"\n", "FunctionVersion: \"9\"\n");

    Cli run = load();

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err())
        .contains("CreateAlias is refused (ResourceNotFoundException: ")
        .contains("what the story sets up would not stand");
  }

  @Test
  void refusesFaultsOfAnEventStep() throws IOException {
    change("Body: hello }\n", "Body: hello }\n    duplicate: true\n");

    assertThat(load().err())
        .contains("PutObject has faults for its pushes, which a load does not play");
  }

  @Test
  void refusesAnEventOfABucketThatDoesNotStandYet() throws IOException {
    change("Bucket: examplebucket, Key: in/a.txt", "Bucket: later, Key: in/a.txt");

    assertThat(load().err())
        .contains("PutObject is refused (NoSuchBucket: ")
        .contains("in what stands before the first event step");
  }
}
