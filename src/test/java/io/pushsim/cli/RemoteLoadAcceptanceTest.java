package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.access.CredentialsFile;
import io.pushsim.api.admin.SmallWorld;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person meets who loads a running pushsim: {@code pushsim load --target URL}. */
class RemoteLoadAcceptanceTest {
  private static final String STORY =
      """
      name: A running pushsim
      account: "111111111111"
      region: us-west-2
      buckets: { examplebucket: {} }
      steps:
        - PutObject: { Bucket: examplebucket, Key: a.txt, Body: hello }
      """;

  @TempDir private Path folder;
  private final LiveServer server = new LiveServer();
  private final SmallWorld world = new SmallWorld(server);
  private final AtomicBoolean closed = new AtomicBoolean();
  private Path scenario;

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = folder.resolve("story.yaml");
    Files.writeString(scenario, STORY);
  }

  @AfterEach
  void close() {
    if (closed.compareAndSet(false, true)) {
      server.close();
    }
  }

  private Cli load(String target, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("load", scenario.toString(), "--warmup", "0s", "--target", target));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private Cli load() {
    return loadInShort("--threshold", "split(2)=30%±25%", "--threshold", "denied==0");
  }

  private Cli loadInShort(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--rate",
                "50",
                "--duration",
                "2s",
                "--arrivals",
                "even",
                "--drain",
                "60s",
                "--format",
                "json"));
    all.addAll(List.of(options));
    return load(server.endpoint().toString(), all.toArray(String[]::new));
  }

  private static JsonNode invoked(Cli run) {
    assertThat(run.out()).as(run.err()).isNotEmpty();
    JsonNode report = TestResource.json(run.out());
    assertThat(report.at("/counts/sent").intValue()).isEqualTo(100);
    assertThat(report.at("/counts/ended").intValue()).isEqualTo(100);
    return report;
  }

  @Test
  void invokesTheFunctionsAtWhomItWouldPush() {
    world.build("1").secondVersion("2");
    server.call(
        "UpdateAlias",
        """
        {"FunctionName": "helloworld", "Name": "PROD",
         "RoutingConfig": {"AdditionalVersionWeights": {"2": 0.3}}}""");

    Cli run = loadInShort("--by", "invoke", "--threshold", "split(2)=30%±25%");

    JsonNode report = invoked(run);
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(report.at("/counts/errors").intValue()).isZero();
    assertThat(report.at("/counts/coldStarts").intValue()).isPositive();
    assertThat(report.at("/latencies/end/count").intValue()).isEqualTo(100);
    assertThat(report.at("/splits/0/runs").intValue()).isEqualTo(100);
    assertThat(report.at("/setting/target").textValue())
        .isEqualTo(server.endpoint() + ", by Invoke");
    assertThat(report.at("/resources/processors").doubleValue()).isPositive();
    assertThat(report.at("/resources/mostHeapMegabytes").doubleValue()).isGreaterThan(1);
    assertThat(server.faults()).isEmpty();
  }

  @Test
  void givesInvokedFunctionsTheEventThatTheyWouldGet_andCountsTheirErrorsByKind() {
    world.build(
        "(() => { const s3 = event.Records[0].s3; throw new RangeError(s3.configurationId + s3.object.key); })()");

    Cli run = loadInShort("--by", "invoke");

    JsonNode report = invoked(run);
    assertThat(run.exitCode()).isZero();
    assertThat(report.at("/counts/errorsByKind/RangeError").intValue())
        .as(report.at("/counts").toString())
        .isEqualTo(100);
  }

  @Test
  void countsThrottledInvocations() {
    world.build("1");
    server.call(
        "PutFunctionConcurrency",
        """
        {"FunctionName": "helloworld", "ReservedConcurrentExecutions": 0}""");

    JsonNode report = invoked(loadInShort("--by", "invoke"));

    assertThat(report.at("/counts/throttles").intValue()).isEqualTo(100);
    assertThat(report.at("/latencies/end/count").intValue()).isZero();
  }

  @Test
  void refusesToInvokeWhereCallsMustBeSigned() throws IOException {
    Path credentials =
        Files.writeString(
            folder.resolve("credentials"),
            "[111111111111]\naws_access_key_id = A\naws_secret_access_key = B\n");
    ServeSettings open = ServeSettings.onFreePort();
    ServeAccess signed =
        new ServeAccess(
            Optional.of(CredentialsFile.read(credentials)),
            open.access().webhookToken(),
            open.access().allowedHosts());
    try (LiveServer guarded = new LiveServer(open.withAccess(signed))) {
      new SmallWorld(guarded).build("1");

      Cli run = load(guarded.endpoint().toString(), "--by", "invoke");

      assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
      assertThat(run.err())
          .contains("refuses to have", "invoked (403 ", "A load does not sign its calls");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void pushesAtItsWebhook_andFollowsWhatComesOfThePushes() {
    world.build("1").secondVersion("2");
    server.call(
        "UpdateAlias",
        """
        {"FunctionName": "helloworld", "Name": "PROD",
         "RoutingConfig": {"AdditionalVersionWeights": {"2": 0.3}}}""");

    Cli run = load();

    JsonNode report = TestResource.json(run.out());
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(report.at("/counts/sent").intValue()).isEqualTo(100);
    assertThat(report.at("/counts/ended").intValue()).isEqualTo(100);
    assertThat(report.at("/counts/errors").intValue()).isZero();
    assertThat(report.at("/counts/coldStarts").intValue()).isPositive();
    assertThat(report.at("/latencies/accepted/count").intValue()).isEqualTo(100);
    assertThat(report.at("/latencies/decision/count").intValue()).isZero();
    assertThat(report.at("/latencies/end/count").intValue()).isEqualTo(100);
    assertThat(report.at("/splits/0/versions/1/weight").doubleValue()).isEqualTo(0.3);
    assertThat(report.at("/splits/0/runs").intValue()).isEqualTo(100);
    assertThat(report.at("/setting/target").textValue())
        .isEqualTo(server.endpoint() + ", by its webhook");
    assertThat(server.faults()).isEmpty();
  }

  @Test
  void countsWhatTheTargetDenies() {
    world.build("1").revoke();

    Cli run = load();

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(TestResource.json(run.out()).at("/counts/denied").intValue()).isEqualTo(100);
  }

  @Test
  void reportsWhatItMeasured_whenTheTargetGoesAway() {
    world.build("1");
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            this::close, CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));

    Cli run = load(server.endpoint().toString(), "--rate", "50", "--duration", "300s");

    end.join();
    assertThat(run.exitCode()).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
    assertThat(run.out())
        .contains("✗ " + server.endpoint() + " does not answer any more.")
        .contains("accepted ");
  }

  @Test
  void refusesATarget_whereNobodyIs() {
    String endpoint = server.endpoint().toString();
    close();

    Cli run = load(endpoint);

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).startsWith("pushsim load: No pushsim answers at " + endpoint);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesATarget_whichWouldTellNobody() {
    Cli run = load(server.endpoint().toString());

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err())
        .contains("would tell nobody of ObjectCreated:Put examplebucket/a.txt: ")
        .contains("Set it up first as the scenario does");
  }

  @Test
  void refusesRoutingAlone() {
    Cli run = load(server.endpoint().toString(), "--handler", "none");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).contains("--handler none routes within this process");
  }

  @Test
  void refusesOperationsInTheMiddle() {
    Cli run =
        load(server.endpoint().toString(), "--at", "1s", "DeleteFunction { FunctionName: hello }");

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).contains("--at calls operations within this process");
  }
}
