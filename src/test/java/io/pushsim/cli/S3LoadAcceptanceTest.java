package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person meets who loads by changes of objects: {@code pushsim load --target s3}. */
class S3LoadAcceptanceTest extends LoadScenario {
  private static final String STEP =
      "  - PutObject: { Bucket: examplebucket, Key: in/a.txt, Body: hello }\n";

  /** Fifty requests in a second, and all the time it takes until they have ended. */
  private Cli loadObjects(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--target",
                "s3",
                "--rate",
                "50",
                "--duration",
                "1s",
                "--arrivals",
                "even",
                "--drain",
                "60s",
                "--format",
                "json"));
    all.addAll(List.of(options));
    return load(all.toArray(String[]::new));
  }

  private static JsonNode report(Cli run) {
    assertThat(run.out()).as(run.err()).isNotEmpty();
    return TestResource.json(run.out());
  }

  private static void assertAllEnded(JsonNode report) {
    assertThat(report.at("/counts/sent").intValue()).isEqualTo(50);
    assertThat(report.at("/counts/ended").intValue()).as(report.toString()).isEqualTo(50);
    assertThat(report.at("/counts/errors").intValue()).as(report.toString()).isZero();
    assertThat(report.at("/latencies/accepted/count").intValue()).isEqualTo(50);
    assertThat(report.at("/latencies/end/count").intValue()).isEqualTo(50);
    assertThat(report.at("/splits/0/runs").intValue()).isEqualTo(50);
  }

  @Test
  void putsObjectsAtAPushsimOfItsOwn() {
    Cli run = loadObjects("--threshold", "split(2)=10%±25%", "--threshold", "errors==0");

    JsonNode report = report(run);
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.err()).isEmpty();
    assertAllEnded(report);
    assertThat(report.at("/splits/0/versions/1/weight").doubleValue()).isEqualTo(0.1);
    assertThat(report.at("/setting/isThisProcess").booleanValue()).isTrue();
    assertThat(report.at("/setting/target").textValue())
        .matches(
            "S3 at (http://127\\.0\\.0\\.1:\\d+), followed at \\1 \\(its clock is known to [\\d.]+ ms\\)");
  }

  @Test
  void callsOperationsInTheMiddle_ofAPushsimOfItsOwn() {
    JsonNode report =
        report(
            loadObjects(
                "--at",
                "500ms",
                "UpdateAlias { FunctionName: hello, Name: PROD, FunctionVersion: \"2\", RoutingConfig: {} }"));

    assertThat(report.at("/switches")).hasSize(1);
    assertThat(report.at("/splits/0/runs").intValue() + report.at("/splits/1/runs").intValue())
        .as(report.toString())
        .isBetween(25, 50);
  }

  @Test
  void copiesWhatItHasPutBefore() throws IOException {
    change(
        STEP,
        STEP
            + "  - CopyObject: { Bucket: examplebucket, Key: in/b.txt, CopySource: examplebucket/in/a.txt }\n");

    assertAllEnded(report(loadObjects()));
  }

  /** To delete what is not there tells nobody, and is never known to have ended. */
  @Test
  void deletes() throws IOException {
    change("\"s3:ObjectCreated:*\"", "\"s3:ObjectCreated:*\", \"s3:ObjectRemoved:*\"");
    change(STEP, STEP + "  - DeleteObject: { Bucket: examplebucket, Key: in/a.txt }\n");

    JsonNode report =
        json(
            "--target",
            "s3",
            "--rate",
            "50",
            "--duration",
            "1s",
            "--arrivals",
            "even",
            "--drain",
            "3s");

    assertThat(report.at("/counts/errors").intValue()).as(report.toString()).isZero();
    assertThat(report.at("/latencies/accepted/count").intValue()).isEqualTo(50);
    int runs = report.at("/splits/0/runs").intValue();
    assertThat(runs).isBetween(25, 50).isEqualTo(report.at("/counts/ended").intValue());
  }

  @Test
  void loadsARunningPushsimByItsS3Door_withObjectsOfTheSizeAskedFor() throws IOException {
    code("code", "exports.handler = async (event) => event.Records[0].s3.object.size;");
    code("other", "exports.handler = async (event) => event.Records[0].s3.object.size + 0;");
    try (LiveServer server = LiveServer.with(ServeSettings.onFreePort(), scenario)) {
      Cli run = loadObjects("--s3", server.endpoint().toString(), "--payload", "2KiB");

      JsonNode report = report(run);
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertAllEnded(report);
      assertThat(report.at("/setting/isThisProcess").booleanValue()).isFalse();
      JsonNode deliveries =
          new AdminClient(server.endpoint()).found("deliveries?limit=1000").path("deliveries");
      assertThat(deliveries.size()).isEqualTo(50);
      assertThat(deliveries.findValues("result")).extracting(JsonNode::intValue).containsOnly(2048);
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void countsErrorsByTheirCode() {
    JsonNode report = report(loadObjects("--key-template", "in/" + "k".repeat(1100) + "{n}"));

    assertThat(report.at("/counts/ended").intValue()).isEqualTo(50);
    assertThat(report.toString()).contains("KeyTooLongError");
  }

  @Test
  void reportsWhatItMeasured_whenTheServerGoesAway() {
    LiveServer server = LiveServer.with(ServeSettings.onFreePort(), scenario);
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            server::close, CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));

    Cli run =
        load(
            "--target",
            "s3",
            "--s3",
            server.endpoint().toString(),
            "--rate",
            "50",
            "--duration",
            "300s");

    end.join();
    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out())
        .contains("✗ " + server.endpoint() + " does not answer any more.")
        .contains("accepted ");
  }

  @Test
  void refusesAServer_whereNobodyIs() {
    LiveServer server = LiveServer.with(ServeSettings.onFreePort(), scenario);
    server.close();

    Cli run = loadObjects("--s3", server.endpoint().toString());

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err())
        .startsWith("pushsim load: No pushsim answers at " + server.endpoint())
        .contains("--pushsim");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesAServerWithoutTheBucket() {
    try (LiveServer server = LiveServer.with(ServeSettings.onFreePort(), scenario);
        LiveServer empty = new LiveServer()) {
      Cli run =
          loadObjects(
              "--s3", empty.endpoint().toString(), "--pushsim", server.endpoint().toString());

      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
      assertThat(run.err())
          .contains("The S3 server at " + empty.endpoint() + " has no bucket 'examplebucket'")
          .contains("make it there first");
    }
  }

  @Test
  void refusesAPushsimThatWouldTellNobody() {
    try (LiveServer server = new LiveServer()) {
      Cli run = loadObjects("--s3", server.endpoint().toString());

      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
      assertThat(run.err())
          .contains("would tell nobody of ObjectCreated:Put examplebucket/in/a.txt");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          CompleteMultipartUpload: { Bucket: examplebucket, Key: in/a.bin, Size: 9000000 } | ObjectCreated:CompleteMultipartUpload does not happen by one request that --target s3 could make
          """)
  void refusesAnEventThatNoRequestBrings(String step, String message) throws IOException {
    change(STEP, "  - " + step + "\n");

    Cli run = loadObjects();

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).contains("story.yaml:", message);
    assertThat(run.out()).isEmpty();
  }
}
