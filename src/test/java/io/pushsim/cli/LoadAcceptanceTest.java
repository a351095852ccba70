package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person meets who loads: {@code pushsim load}. */
class LoadAcceptanceTest extends LoadScenario {
  @Test
  void pushesWhatTheEventStepSays_andReportsTheSplitOfVersions() {
    JsonNode report =
        json("--rate", "400", "--duration", "3s", "--arrivals", "even", "--drain", "60s");

    assertThat(report.path("passed").booleanValue()).isTrue();
    assertThat(report.at("/counts/sent").intValue()).isEqualTo(1200);
    assertThat(report.at("/counts/ended").intValue()).isEqualTo(1200);
    assertThat(report.at("/counts/errors").intValue()).isZero();
    assertThat(report.at("/counts/coldStarts").intValue()).isPositive();
    JsonNode split = report.at("/splits/0");
    assertThat(split.path("target").textValue()).endsWith(":function:hello:PROD");
    assertThat(split.path("verdict").textValue()).isEqualTo("agrees");
    assertThat(split.at("/versions/1/version").textValue()).isEqualTo("2");
    assertThat(split.at("/versions/1/weight").doubleValue()).isEqualTo(0.1);
    assertThat(report.at("/latencies/end/count").intValue()).isEqualTo(1200);
    assertThat(report.at("/latencies/end/p99").doubleValue())
        .isGreaterThanOrEqualTo(report.at("/latencies/start/p50").doubleValue());
    assertThat(report.at("/setting/events/0").textValue())
        .isEqualTo("1 × ObjectCreated:Put examplebucket/in/a.txt");
    assertThat(report.at("/setting/leftOut").intValue()).isEqualTo(1);
    assertThat(report.at("/setting/seed").intValue()).isEqualTo(3);
    assertThat(report.at("/setting/machine/jvm").textValue())
        .contains(System.getProperty("java.version"));
    assertThat(report.at("/setting/machine/processors").intValue()).isPositive();
    assertThat(report.path("moments").size()).isGreaterThan(5);
  }

  @Test
  void catchesAWrongWeight() throws IOException {
    change("\"2\": 0.1", "\"2\": 0.3");

    Cli run = load("--rate", "500", "--duration", "3s", "--threshold", "split(2)=10%±5%");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out()).contains("✗ split(2)=10%±5%: ").contains("agrees with the weights");
  }

  @Test
  void keepsTheRightWeight() {
    Cli run = load("--rate", "500", "--duration", "3s", "--threshold", "split(2)=10%±5%");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("✓ split(2)=10%±5%: ");
  }

  @Test
  void catchesASlowHandler() throws IOException {
    code("code", "exports.handler = () => new Promise((done) => setTimeout(done, 300));");

    Cli run =
        load(
            "--rate",
            "20",
            "--duration",
            "2s",
            "--threshold",
            "p50<100ms",
            "--threshold",
            "max>300ms");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out()).contains("✗ p50<100ms: ").contains("✓ max>300ms: ");
  }

  @Test
  void catchesAThrottledFunction() throws IOException {
    code("code", "exports.handler = () => new Promise((done) => setTimeout(done, 300));");
    change(
        "  - PutObject:",
        "  - PutFunctionConcurrency: { FunctionName: hello, ReservedConcurrentExecutions: 1 }\n"
            + "  - PutObject:");

    Cli run =
        load("--rate", "20", "--duration", "2s", "--drain", "0s", "--threshold", "throttles==0");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out()).containsPattern("✗ throttles==0: [1-9]");
  }

  @Test
  void catchesWhatIsDenied() throws IOException {
    change(
        "  - PutObject:",
        "  - RemovePermission: { FunctionName: hello, Qualifier: PROD, StatementId: s3 }\n"
            + "  - PutObject:");

    JsonNode report =
        json("--rate", "50", "--duration", "1s", "--arrivals", "even", "--threshold", "denied==0");

    assertThat(report.path("passed").booleanValue()).isFalse();
    assertThat(report.at("/counts/denied").intValue()).isEqualTo(50);
    assertThat(report.at("/latencies/end/count").intValue()).isZero();
    assertThat(report.at("/thresholds/0/measured").textValue()).isEqualTo("50");
  }

  @Test
  void catchesErrors_andTellsThemByKind() throws IOException {
    code("code", "exports.handler = async () => { throw new RangeError('no'); };");

    JsonNode report =
        json("--rate", "50", "--duration", "1s", "--drain", "0s", "--threshold", "errors<1%");

    assertThat(report.path("passed").booleanValue()).isFalse();
    assertThat(report.at("/counts/errorsByKind/RangeError").intValue()).isPositive();
  }

  @Test
  void hasNothingToHoldAgainst_whenNothingIsMeasured() throws IOException {
    change("Key: in/a.txt", "Key: out/a.txt");

    Cli run = load("--rate", "50", "--duration", "1s", "--threshold", "p99<50ms");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out())
        .contains("✗ p99<50ms: nothing was measured")
        .contains("no configuration matches");
  }

  @Test
  void takesNoPushForAGoodOne_thatHasNotComeToItsEnd() throws IOException {
    code("code", "exports.handler = () => new Promise((done) => setTimeout(done, 2900));");
    code("other", "exports.handler = () => new Promise((done) => setTimeout(done, 2900));");

    Cli run = load("--rate", "20", "--duration", "1s", "--drain", "0s", "--threshold", "errors<1%");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out()).contains("✗ errors<1%: nothing was measured");
  }

  @Test
  void makesKeysByATemplate() throws IOException {
    change("Key: in/a.txt", "Key: out/a.txt");

    JsonNode report =
        json("--rate", "50", "--duration", "1s", "--key-template", "in/{n}", "--drain", "60s");

    assertThat(report.at("/counts/errors").intValue()).isZero();
    assertThat(report.at("/latencies/end/count").intValue()).isPositive();
  }

  @Test
  void routesAlone_whenNoHandlerIsToRun() {
    JsonNode report =
        json("--rate", "2000", "--duration", "1s", "--arrivals", "even", "--handler", "none");

    assertThat(report.at("/setting/target").textValue()).isEqualTo("in-process, routing alone");
    assertThat(report.at("/counts/ended").intValue()).isEqualTo(2000);
    assertThat(report.at("/counts/coldStarts").intValue()).isZero();
    assertThat(report.at("/splits/0/verdict").textValue()).isEqualTo("agrees");
    assertThat(report.at("/latencies/start/count").intValue()).isZero();
  }

  @Test
  void promotesAVersionInTheMiddle_andTellsOfTheLastPushOnTheOldOne() {
    JsonNode report =
        json(
            "--rate",
            "100",
            "--warmup",
            "3s",
            "--duration",
            "4s",
            "--drain",
            "60s",
            "--at",
            "2s",
            "UpdateAlias { FunctionName: hello, Name: PROD, FunctionVersion: \"2\", RoutingConfig: {} }");

    assertThat(report.path("passed").booleanValue()).isTrue();
    JsonNode done = report.at("/switches/0");
    assertThat(done.path("second").doubleValue()).isGreaterThanOrEqualTo(2);
    assertThat(done.at("/last/0/target").textValue()).isEqualTo("hello:PROD");
    assertThat(done.at("/last/0/version").textValue()).isEqualTo("1");
    assertThat(done.at("/last/0/milliseconds").doubleValue()).isBetween(0.0, 2000.0);
    assertThat(report.path("splits")).hasSize(2);
    assertThat(report.at("/splits/0/period").textValue()).startsWith("until 2.");
    assertThat(report.at("/splits/0/versions/1/weight").doubleValue()).isEqualTo(0.1);
    assertThat(report.at("/splits/0/verdict").textValue()).isNotEqualTo("disagrees");
    assertThat(report.at("/splits/1/period").textValue()).startsWith("from 2.");
    assertThat(report.at("/splits/1/versions/0/version").textValue()).isEqualTo("2");
    assertThat(report.at("/splits/1/versions/0/share").doubleValue()).isEqualTo(1);
  }

  @Test
  void fails_whenAnOperationInTheMiddleIsRefused() {
    Cli run =
        load(
            "--rate",
            "50",
            "--duration",
            "1s",
            "--at",
            "500ms",
            "UpdateAlias: { FunctionName: hello, Name: BETA, FunctionVersion: \"2\" }");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("was refused: ResourceNotFoundException: Alias not found: ");
  }

  @Test
  void endsEarly_whenTooManyPushesAreUnderWay() throws IOException {
    code("code", "exports.handler = () => new Promise((done) => setTimeout(done, 2000));");

    Cli run = load("--rate", "100", "--duration", "60s", "--drain", "0s", "--max-under-way", "20");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out())
        .contains("The load was ended early, with more than 20 pushes under way")
        .contains("pushes ");
  }

  @Test
  void writesAFolder() throws IOException {
    Path report = folder.resolve("report");

    Cli run = load("--rate", "50", "--duration", "1s", "--report", report.toString());

    assertThat(run.exitCode()).isZero();
    JsonNode written = TestResource.json(Files.readString(report.resolve("report.json")));
    assertThat(written.path("passed").booleanValue()).isTrue();
    assertThat(Files.readString(report.resolve("latency.hlog")))
        .startsWith("#[Histogram log format version 1.3]")
        .contains("Tag=end,");
  }

  @Test
  void comparesWithAFormerLoad() {
    Path former = folder.resolve("former");
    load("--rate", "40", "--duration", "1s", "--arrivals", "even", "--report", former.toString());
    String file = former.resolve("report.json").toString();

    Cli run = load("--rate", "50", "--duration", "1s", "--arrivals", "even", "--compare", file);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("compared with " + file + " (commit ")
        .contains("not the same: rate 40, now 50")
        .contains("p99.9 ")
        .contains("errors 0 → 0 =");
  }

  @ParameterizedTest
  @CsvSource({"40", "60", "200"})
  void fitsTheTerminal(int width) {
    StringWriter out = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            StandardCharsets.UTF_8,
            true,
            width,
            false);

    PushsimCommand.run(
        new String[] {
          "load", scenario.toString(), "--warmup", "0s", "--rate", "50", "--duration", "1s"
        },
        terminal);

    assertThat(out.toString()).contains("p99 ").contains("latency to");
    assertThat(out.toString().split("[\r\n]")).allMatch(line -> line.length() <= width);
  }
}
