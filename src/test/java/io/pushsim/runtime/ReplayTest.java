package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.LoggingConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runtime on virtual time. */
class ReplayTest {
  private static final String STORY =
      """
      const { format } = require('util');
      console.log('init', Date.now(), Math.random());
      exports.handler = async (event) => {
        console.log('start', new Date(), performance.now(), process.hrtime());
        await new Promise((resolve) => setTimeout(resolve, Math.floor(Math.random() * 1000)));
        console.log(process.env.AWS_ACCESS_KEY_ID, new Error('where').stack);
        setTimeout(() => console.log('after'), 5);
        return { id: crypto.randomUUID(), draws: [Math.random(), Math.random()], at: Date.now(), event };
      };
      """;

  @Test
  void givesTheSameBytes_whenSeedAndInvocationsAreTheSame() {
    List<List<InvocationReport>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (Replay replay = new Replay();
          ExecutionEnvironment one = replay.runtime.start(Functions.handler(STORY));
          ExecutionEnvironment two = replay.runtime.start(Functions.handler(STORY))) {
        runs.add(
            List.of(
                replay.invoke(one, "1"),
                replay.invoke(two, "2"),
                replay.invoke(one, "3"),
                replay.invoke(two, "4")));
      }
    }

    assertThat(runs.get(0)).isEqualTo(runs.get(1));
  }

  @Test
  void givesOtherDraws_whenTheSeedOrTheAttemptIsAnother() {
    FunctionVersion function =
        Functions.handler("exports.handler = async () => [Math.random(), crypto.randomUUID()];");
    List<String> payloads = new ArrayList<>();
    for (long seed = 1; seed <= 2; seed++) {
      try (Replay replay = new Replay(seed, RuntimeSettings.defaults())) {
        for (int attempt = 1; attempt <= 2; attempt++) {
          Invocation invocation =
              new Invocation("same", attempt, Functions.ARN, "{}", Optional.empty());
          replay
              .runtime
              .start(function)
              .invoke(invocation, r -> payloads.add(r.result().payload()));
        }
      }
    }

    assertThat(payloads).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void answersBeforeInvokeReturns_whenTheHandlerNeedsNoTime() {
    try (Replay replay = new Replay()) {
      List<InvocationReport> reports = new ArrayList<>();

      replay
          .runtime
          .start(Functions.handler("exports.handler = async () => 1;"))
          .invoke(Functions.invocation(1, "{}"), reports::add);

      assertThat(reports).hasSize(1);
    }
  }

  @Test
  void takesNoRealTime_whenTheHandlerWaits() {
    String code =
        "exports.handler = async () => { const s = Date.now(); await new Promise((r) => setTimeout(r, 899000)); return Math.round((Date.now() - s) / 1000); };";
    FunctionVersion function =
        Functions.function(
            "nodejs20.x",
            "index.handler",
            Functions.code("index.js", code),
            Duration.ofMinutes(15),
            "Text",
            Map.of());
    try (Replay replay = new Replay()) {

      InvocationReport report = replay.invoke(function, "{}");

      assertThat(report.result().payload()).isEqualTo("899");
      assertThat(report.duration()).isBetween(Duration.ofSeconds(899), Duration.ofSeconds(900));
    }
  }

  @Test
  void writesTheLogAsLambdaDoes() {
    try (Replay replay = new Replay();
        ExecutionEnvironment environment =
            replay.runtime.start(
                Functions.handler("exports.handler = async () => console.log('a\\nb');"))) {
      String cold = text(replay.invoke(environment, "{}"));
      String warm = text(replay.invoke(environment, "{}"));

      String one = Functions.requestId(1);
      String two = Functions.requestId(2);
      assertThat(cold)
          .matches(
              "INIT_START Runtime Version: nodejs:22\\.v1\tRuntime Version ARN: arn:aws:lambda:us-west-2::runtime:[0-9a-f]{64}\n"
                  + ("START RequestId: " + one + " Version: 1\n")
                  + ("2026-01-02T03:04:05\\.000Z\t" + one + "\tINFO\ta\rb\n")
                  + ("END RequestId: " + one + "\n")
                  + ("REPORT RequestId: " + one)
                  + "\tDuration: 0\\.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 65 MB\tInit Duration: 120\\.00 ms\t\n");
      assertThat(warm)
          .isEqualTo(
              ("START RequestId: " + two + " Version: 1\n")
                  + ("2026-01-02T03:04:05.000Z\t" + two + "\tINFO\ta\rb\n")
                  + ("END RequestId: " + two + "\n")
                  + ("REPORT RequestId: " + two)
                  + "\tDuration: 0.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 65 MB\t\n");
    }
  }

  /** Developer guide, "System log level event mapping". */
  @ParameterizedTest
  @CsvSource({
    "DEBUG, 1, initStart initRuntimeDone initReport start INFO runtimeDone report",
    "INFO, 1, initStart start INFO report",
    "WARN, 1, INFO",
    "DEBUG, null.x, initStart initRuntimeDone initReport start INFO ERROR runtimeDone report",
    "WARN, null.x, INFO ERROR runtimeDone report"
  })
  void leavesOutOfJson_whatIsBelowTheSystemsLevel(String level, String body, String expected) {
    FunctionVersion function =
        Functions.function(
            "nodejs22.x",
            "index.handler",
            Functions.code(
                "index.js",
                "exports.handler = async () => { console.log(1); return %s; };".formatted(body)),
            Duration.ofSeconds(3),
            new LoggingConfig("JSON", Optional.of("INFO"), Optional.of(level), "/aws/lambda/f"),
            Map.of());
    try (Replay replay = new Replay()) {
      assertThat(
              replay.invoke(function, "{}").logs().stream()
                  .map(
                      line ->
                          line.text().replaceFirst(".*(?:platform\\.|\"level\":\")(\\w+).*", "$1")))
          .containsExactly(expected.split(" "));
    }
  }

  @Test
  void leavesOutOfJson_whatIsBelowTheApplicationsLevel() {
    FunctionVersion function =
        Functions.function(
            "nodejs22.x",
            "index.handler",
            Functions.code(
                "index.js",
                "exports.handler = async () => { console.info(1); console.warn(2); console.error(3); };"),
            Duration.ofSeconds(3),
            new LoggingConfig("JSON", Optional.of("ERROR"), Optional.of("WARN"), "/aws/lambda/f"),
            Map.of());
    try (Replay replay = new Replay()) {
      assertThat(replay.invoke(function, "{}").logs())
          .singleElement()
          .satisfies(line -> assertThat(line.text()).contains("\"level\":\"ERROR\""));
    }
  }

  @Test
  void writesTheLogAsJson_whenConfigured() {
    FunctionVersion function =
        Functions.function(
            "nodejs22.x",
            "index.handler",
            Functions.code(
                "index.js",
                "exports.handler = async () => { console.log('text', 1); console.warn({ a: 1 }); console.error(new TypeError('t')); console.debug('no'); };"),
            Duration.ofSeconds(3),
            "JSON",
            Map.of());
    try (Replay replay = new Replay()) {

      String log =
          text(replay.invoke(function, "{}")).replaceAll("runtime:[0-9a-f]{64}", "runtime:x");

      String id = Functions.requestId(1);
      assertThat(log.lines())
          .containsExactly(
              "{\"time\":\"2026-01-02T03:04:05.000Z\",\"type\":\"platform.initStart\",\"record\":{\"initializationType\":\"on-demand\",\"phase\":\"init\",\"runtimeVersion\":\"nodejs:22.v1\",\"runtimeVersionArn\":\"arn:aws:lambda:us-west-2::runtime:x\",\"functionName\":\"helloworld\",\"functionVersion\":\"1\"}}",
              "{\"time\":\"2026-01-02T03:04:05.000Z\",\"type\":\"platform.start\",\"record\":{\"requestId\":\""
                  + id
                  + "\",\"version\":\"1\"}}",
              "{\"timestamp\":\"2026-01-02T03:04:05.000Z\",\"level\":\"INFO\",\"requestId\":\""
                  + id
                  + "\",\"message\":\"text 1\"}",
              "{\"timestamp\":\"2026-01-02T03:04:05.000Z\",\"level\":\"WARN\",\"requestId\":\""
                  + id
                  + "\",\"message\":{\"a\":1}}",
              "{\"timestamp\":\"2026-01-02T03:04:05.000Z\",\"level\":\"ERROR\",\"requestId\":\""
                  + id
                  + "\",\"message\":{\"errorType\":\"TypeError\",\"errorMessage\":\"t\",\"stackTrace\":[\"TypeError: t\",\"    at exports.handler (/var/task/index.js:1:95)\"]}}",
              "{\"time\":\"2026-01-02T03:04:05.000Z\",\"type\":\"platform.report\",\"record\":{\"requestId\":\""
                  + id
                  + "\",\"metrics\":{\"durationMs\":0.00,\"billedDurationMs\":1,\"memorySizeMB\":128,\"maxMemoryUsedMB\":65,\"initDurationMs\":120.00},\"status\":\"success\"}}");
    }
  }

  @ParameterizedTest
  @CsvSource({"python3.12", "java21", "provided.al2023"})
  void refusesOtherRuntimesThanNode(String runtime) {
    try (Replay replay = new Replay()) {
      FunctionVersion function =
          Functions.function(runtime, "index.handler", Functions.code("index.js", ""));

      assertThatThrownBy(() -> replay.runtime.start(function))
          .isInstanceOfSatisfying(
              SimulatorException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SIMULATED))
          .hasMessage(
              "pushsim runs Node.js handlers only; a function with runtime "
                  + runtime
                  + " can be configured, but not invoked");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nodejs,v0.", "nodejs4.3,v4.", "nodejs4.3-edge,v4.", "nodejs6.10,v6.", "nodejs8.10,v8.",
    "nodejs10.x,v10.", "nodejs12.x,v12.", "nodejs14.x,v14.", "nodejs16.x,v16.", "nodejs18.x,v18.",
    "nodejs20.x,v20.", "nodejs22.x,v22.", "nodejs24.x,v24.", "nodejs26.x,v26."
  })
  void tellsTheVersionOfEachGeneration(String runtime, String version) {
    try (Replay replay = new Replay()) {
      FunctionVersion function =
          Functions.function(
              runtime,
              "index.handler",
              Functions.code(
                  "index.js", "exports.handler = (e, c) => Promise.resolve(process.version);"));

      assertThat(replay.invoke(function, "{}").result().payload()).startsWith("\"" + version);
    }
  }

  @Test
  void givesTheClientContextToTheHandler() {
    // recorded: test_lambda_with_context
    String clientContext =
        "{\"custom\":{\"foo\":\"bar\"},\"client\":{\"snap\":[\"crackle\",\"pop\"]}}";
    try (Replay replay = new Replay()) {
      List<String> payloads = new ArrayList<>();
      replay
          .runtime
          .start(Functions.handler("exports.handler = async (e, c) => c.clientContext;"))
          .invoke(
              new Invocation("id", 1, Functions.ARN, "{}", Optional.of(clientContext)),
              r -> payloads.add(r.result().payload()));

      assertThat(payloads).containsExactly(clientContext);
    }
  }

  private static String text(InvocationReport report) {
    StringBuilder text = new StringBuilder();
    report.logs().forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }
}
