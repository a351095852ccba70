package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The init phase, ahead of any invocation. */
class InitializationTest {
  private final Replay replay = new Replay();

  @AfterEach
  void close() {
    replay.close();
  }

  private static FunctionVersion provisioned(String name, String code) {
    FunctionVersion version =
        Functions.function("nodejs22.x", "index.handler", Functions.code(name, code));
    return new FunctionVersion(
        version.account(),
        version.region(),
        version.functionName(),
        version.version(),
        version.runtime(),
        version.handler(),
        version.timeout(),
        version.memorySize(),
        version.ephemeralStorage(),
        version.environment(),
        version.logging(),
        version.code(),
        InitializationType.PROVISIONED_CONCURRENCY);
  }

  private List<Boolean> initialize(ExecutionEnvironment environment) {
    List<Boolean> told = new ArrayList<>();
    environment.initialize("one", report -> told.add(!report.result().isError()));
    return told;
  }

  private boolean initializes(String name, String code) {
    try (ExecutionEnvironment environment = replay.runtime.start(provisioned(name, code))) {
      List<Boolean> told = initialize(environment);
      boolean waits = true;
      while (told.isEmpty() && waits) {
        waits = replay.time.runNext();
      }
      assertThat(told).hasSize(1);
      return told.get(0);
    }
  }

  @Test
  void runsBeforeTheFirstInvocation_whichIsNoColdStart() {
    FunctionVersion function =
        provisioned(
            "index.js",
            """
            let calls = 0;
            console.log('loading');
            exports.handler = async () => [++calls, process.env.AWS_LAMBDA_INITIALIZATION_TYPE];
            """);
    try (ExecutionEnvironment environment = replay.runtime.start(function)) {
      assertThat(initialize(environment)).containsExactly(true);
      replay.time.advance(Duration.ofMinutes(1));

      InvocationReport first = replay.invoke(environment, "{}");

      assertThat(first.result().payload()).isEqualTo("[1,\"provisioned-concurrency\"]");
      assertThat(first.coldStart()).isFalse();
      List<String> texts = first.logs().stream().map(LogLine::text).toList();
      assertThat(texts).hasSize(5);
      assertThat(texts.get(0)).startsWith("INIT_START Runtime Version: nodejs:22.");
      assertThat(texts.get(1)).matches("2026-01-02T03:04:05.\\d{3}Z\tundefined\tINFO\tloading");
      assertThat(texts.get(2)).startsWith("START RequestId: " + Functions.requestId(1));
      assertThat(texts.get(4)).startsWith("REPORT ").doesNotContain("Init Duration");
      assertThat(first.logs().get(2).time()).isAfterOrEqualTo("2026-01-02T03:05:05Z");
    }
  }

  @Test
  void writesItsLogOnce() {
    FunctionVersion function =
        provisioned("index.js", "console.log('loading'); exports.handler = async () => 1;");
    try (ExecutionEnvironment environment = replay.runtime.start(function)) {
      initialize(environment);
      replay.invoke(environment, "{}");

      assertThat(replay.invoke(environment, "{}").logs())
          .noneMatch(line -> line.text().contains("loading"))
          .noneMatch(line -> line.text().contains("INIT_START"));
    }
  }

  @Test
  void drawsForEachEnvironmentAnew() {
    FunctionVersion function =
        provisioned(
            "index.js", "const drawn = Math.random(); exports.handler = async () => drawn;");
    try (ExecutionEnvironment one = replay.runtime.start(function);
        ExecutionEnvironment other = replay.runtime.start(function)) {
      one.initialize("one", report -> {});
      other.initialize("other", report -> {});

      InvocationReport ofOne = replay.invoke(one, "{}");
      InvocationReport ofOther = replay.invoke(other, "{}");

      assertThat(ofOne.result().payload()).isNotEqualTo(ofOther.result().payload());
      assertThat(ofOne.logStream()).isNotEqualTo(ofOther.logStream());
    }
  }

  @Test
  void tellsThatItFailed() {
    assertThat(initializes("index.js", "exports.handler = async () => 1;")).isTrue();
    assertThat(initializes("index.js", "throw new Error('no database');")).isFalse();
    assertThat(initializes("index.js", "process.exit(1);")).isFalse();
    assertThat(initializes("index.js", "exports.other = 1;")).isFalse();
    assertThat(initializes("other.js", "exports.handler = async () => 1;")).isFalse();
  }

  @Test
  void mayTakeLongerThanAnInvocationsInit_butNotForever() {
    String waiting =
        """
        await new Promise((loaded) => setTimeout(loaded, %d));
        export const handler = async () => 1;
        """;

    assertThat(initializes("index.mjs", waiting.formatted(129_000))).isTrue();
    assertThat(initializes("index.mjs", waiting.formatted(131_000))).isFalse();
  }

  @Test
  void saysWhyItRuns_inJson() {
    FunctionVersion json =
        Functions.function(
            "nodejs22.x",
            "index.handler",
            Functions.code("index.js", "exports.handler = async () => 1;"),
            Duration.ofSeconds(3),
            "JSON",
            Map.of());
    assertThat(replay.invoke(json, "{}").logs().get(0).text())
        .contains("\"initializationType\":\"on-demand\"");
  }
}
