package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.Zips;
import io.pushsim.distribution.ServedProcess.Ending;
import io.pushsim.distribution.ServedProcess.Signal;
import io.pushsim.testing.Launched;
import io.pushsim.testing.SdkClients;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** How {@code pushsim serve} behaves as a process: how it starts, refuses to start, and ends. */
@Tag("one-jdk")
@Timeout(120)
class ServeIT {
  /** The issue says a second; a busy machine that builds beside it is given more. */
  private static final Duration SOON = Duration.ofSeconds(5);

  /**
   * It counts what an execution environment was asked, and does as the event says. A second answer
   * of 1 shows that the environment of before is occupied.
   */
  private static final String HANDLER =
      """
      let asked = 0;
      exports.handler = async (event) => {
        asked++;
        while (event.spin) {}
        if (event.wait) await new Promise((wake) => setTimeout(wake, 60000));
        return asked;
      };
      """;

  @TempDir Path folder;

  @Test
  void beginsWithWhatAScenarioSetsUp() {
    Path scenario = Path.of("scenarios", "canary.yaml").toAbsolutePath();
    try (ServedProcess served =
            ServedProcess.start("--ephemeral", "--scenario", scenario.toString());
        LambdaClient lambda = lambda(served.endpoint())) {
      assertThat(
              lambda
                  .getAlias(request -> request.functionName("helloworld").name("PROD"))
                  .routingConfig()
                  .additionalVersionWeights())
          .containsExactly(Map.entry("2", 0.1));
      assertThat(served.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsSoon_whenSignalled(Signal signal, int exitCode) {
    try (ServedProcess served = ServedProcess.start()) {
      assertEndsSoon(served, signal, exitCode);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsSoon_whenAnInvocationWaits(Signal signal, int exitCode) {
    try (ServedProcess served = ServedProcess.start();
        LambdaClient lambda = lambda(served.endpoint())) {
      createFunction(lambda);
      assertThat(invoke(lambda, "{}")).isEqualTo("1");
      CompletableFuture<String> waiting;
      do {
        // One that comes while a question is answered gets an environment of its own, unseen.
        waiting = CompletableFuture.supplyAsync(() -> invoke(lambda, "{\"wait\":true}"));
      } while (!invoke(lambda, "{}").equals("1"));

      assertEndsSoon(served, signal, exitCode);

      assertThat(waiting).failsWithin(SOON);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void endsSoon_whenAHandlerNeverPauses(Signal signal, int exitCode) {
    try (ServedProcess served = ServedProcess.start();
        LambdaClient lambda = lambda(served.endpoint())) {
      createFunction(lambda);
      assertThat(invoke(lambda, "{}")).isEqualTo("1");
      CompletableFuture<String> spinning =
          CompletableFuture.supplyAsync(() -> invoke(lambda, "{\"spin\":true}"));
      served.awaitWork(Duration.ofSeconds(1));

      assertEndsSoon(served, signal, exitCode);

      assertThat(spinning).failsWithin(SOON);
    }
  }

  @ParameterizedTest
  @EnumSource(Signal.class)
  void endsSoon_whenClientsHoldConnectionsOpen(Signal signal) throws IOException {
    try (ServedProcess served = ServedProcess.start();
        Socket silent = connect(served);
        Socket halfway = connect(served)) {
      String head =
          """
          POST /2015-03-31/functions HTTP/1.1\r
          Host: %s\r
          Content-Length: 1000\r
          \r
          {\
          """;
      // An answer shows that both connections were accepted.
      halfway
          .getOutputStream()
          .write(
              "GET /_pushsim/health HTTP/1.1\r\nHost: %s\r\n\r\n"
                  .formatted(served.endpoint().getAuthority())
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(halfway.getInputStream().read()).isEqualTo('H');
      halfway
          .getOutputStream()
          .write(head.formatted(served.endpoint().getAuthority()).getBytes(StandardCharsets.UTF_8));
      halfway.getOutputStream().flush();

      assertEndsSoon(served, signal, signal == Signal.INT ? 130 : 143);

      assertThat(silent.isConnected()).isTrue();
    }
  }

  @Test
  void refusesToStart_whenThePortIsTaken() {
    try (ServedProcess served = ServedProcess.start()) {
      int port = served.endpoint().getPort();

      Launched second =
          serve("--port", Integer.toString(port), "--data", folder.resolve("data").toString());

      assertThat(second.out()).isEmpty();
      assertThat(second.err())
          .startsWith("pushsim serve: ")
          .contains("port " + port)
          .contains("--port")
          .hasLineCount(1);
      assertThat(second.exitCode()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prot 0                       | --prot
          --port 65536                   | --port is 65536
          --port -1                      | --port is -1
          --port http                    | --port
          --account 12                   | 12
          --region nowhere               | nowhere
          --settle soon                  | --settle
          --settle -PT1S                 | --settle
          --concurrency 0                | --concurrency is 0
          --host no.such.host.invalid    | no.such.host.invalid
          --host                         | --host
          0                              | 0
          """)
  void refusesToStart_whenAnOptionIsWrong(String options, String named) {
    Launched launched = serve(options.split(" "));

    assertThat(launched.out()).isEmpty();
    assertThat(launched.err()).startsWith("pushsim serve: ").contains(named).hasLineCount(1);
    assertThat(launched.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve --help", "--help"})
  void tellsHowItIsStarted(String arguments) {
    Launched launched = Installation.built().run(environment(), arguments.split(" "));

    assertThat(launched.out()).contains("serve");
    assertThat(launched.exitCode()).isZero();
  }

  @Test
  void serversSideBySideAreStrangers() {
    try (ServedProcess one = ServedProcess.start();
        ServedProcess other = ServedProcess.start("--settle", "PT1S");
        LambdaClient ofOne = lambda(one.endpoint());
        LambdaClient ofOther = lambda(other.endpoint())) {
      createFunction(ofOne);

      assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
      assertThat(ofOne.listFunctions().functions()).hasSize(1);
      assertThat(ofOther.listFunctions().functions()).isEmpty();
      assertThat(one.err() + other.err()).isEmpty();
    }
  }

  @Test
  void leavesNoLibraryBehind_whenKilled() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path data = folder.resolve("data");
    Path left = Files.createDirectories(data.resolve("native")).resolve("of-one-killed-before");
    Files.createFile(left);
    ServedProcess served =
        ServedProcess.start(
            Map.of("PUSHSIM_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary),
            "--data",
            data.toString());

    served.kill();

    assertThat(temporary).isEmptyDirectory();
    assertThat(data).isDirectoryContaining("glob:**journal.db");
    assertThat(left.getParent()).doesNotExist();
  }

  private void assertEndsSoon(ServedProcess served, Signal signal, int exitCode) {
    Ending ending = served.end(signal);

    System.out.printf("serve ended %d ms after SIG%s%n", ending.after().toMillis(), signal);
    assertThat(ending.err()).isEmpty();
    assertThat(ending.exitCode()).isEqualTo(exitCode);
    assertThat(ending.after()).isLessThan(SOON);
  }

  private Launched serve(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "serve";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Installation.built().run(environment(), arguments);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = Installation.environment(folder.resolve("cache"));
    // What should have been refused must not take the usual port.
    environment.put("PUSHSIM_PORT", "0");
    return environment;
  }

  private static Socket connect(ServedProcess served) throws IOException {
    return new Socket(served.endpoint().getHost(), served.endpoint().getPort());
  }

  private static LambdaClient lambda(URI endpoint) {
    return new SdkClients(endpoint, "us-west-2", "111111111111", "secret")
        .configured(LambdaClient.builder())
        .overrideConfiguration(client -> client.retryStrategy(retries -> retries.maxAttempts(1)))
        .build();
  }

  private static void createFunction(LambdaClient lambda) {
    lambda.createFunction(
        request ->
            request
                .functionName("counts")
                .runtime("nodejs22.x")
                .role("arn:aws:iam::111111111111:role/any")
                .handler("index.handler")
                .timeout(60)
                .code(code -> code.zipFile(SdkBytes.fromByteArray(Zips.of("index.js", HANDLER)))));
  }

  private static String invoke(LambdaClient lambda, String payload) {
    return lambda
        .invoke(request -> request.functionName("counts").payload(SdkBytes.fromUtf8String(payload)))
        .payload()
        .asUtf8String();
  }
}
