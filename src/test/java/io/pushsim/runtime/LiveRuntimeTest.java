package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.time.Draws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runtime on the machine's clock, with a pool of workers. */
@Timeout(120)
class LiveRuntimeTest {
  private final RealTime time = new RealTime();
  private final JavaScriptEngine engine = new JavaScriptEngine();
  private final JavaScriptRuntime runtime =
      new JavaScriptRuntime(engine, time, new Draws(7), RuntimeSettings.defaults());

  @AfterEach
  void close() {
    runtime.close();
    engine.close();
    time.close();
  }

  private CompletableFuture<InvocationReport> invoke(ExecutionEnvironment environment, int number) {
    CompletableFuture<InvocationReport> report = new CompletableFuture<>();
    environment.invoke(Functions.invocation(number, "{\"n\":" + number + "}"), report::complete);
    return report;
  }

  private InvocationReport await(CompletableFuture<InvocationReport> report) {
    return report.orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Test
  void runsWhatHasBegun_whenWhoIsToldOfThatFails() {
    List<Throwable> told = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> told.add(failure));
    try {
      RuntimeException failure = new IllegalStateException("it cannot be told");
      runtime.whenOneBegins(
          () -> {
            throw failure;
          });
      ExecutionEnvironment environment =
          runtime.start(waiting("exports.handler = async (e) => e.n;"));

      assertThat(await(invoke(environment, 1)).result().payload()).isEqualTo("1");
      assertThat(await(invoke(environment, 2)).result().payload()).isEqualTo("2");
      assertThat(told).contains(failure);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void letsInvocationsWaitAtTheSameTime_withFewThreads() {
    FunctionVersion function =
        waiting(
            "exports.handler = async (e) => { await new Promise((r) => setTimeout(r, 2000)); return e.n; };");
    engine.warmUp();
    List<CompletableFuture<InvocationReport>> reports = new ArrayList<>();
    List<ExecutionEnvironment> environments = new ArrayList<>();
    long start = System.nanoTime();

    for (int i = 0; i < 50; i++) {
      ExecutionEnvironment environment = runtime.start(function);
      environments.add(environment);
      reports.add(invoke(environment, i));
    }

    for (int i = 0; i < 50; i++) {
      assertThat(await(reports.get(i)).result().payload()).isEqualTo(Integer.toString(i));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(50));
    environments.forEach(ExecutionEnvironment::close);
  }

  private static FunctionVersion waiting(String code) {
    return Functions.function(
        "nodejs22.x",
        "index.handler",
        Functions.code("index.js", code),
        Duration.ofSeconds(40),
        "Text",
        Map.of());
  }

  @Test
  void runsOthers_whileCodeThatNeverEndsKeepsEachWorker() {
    engine.warmUp();
    List<ExecutionEnvironment> kept = new ArrayList<>();
    List<CompletableFuture<InvocationReport>> endless = new ArrayList<>();
    ExecutionEnvironment neighbour = runtime.start(waiting("exports.handler = async (e) => e.n;"));
    await(invoke(neighbour, 0));
    for (int i = 0; i < RuntimeSettings.defaults().workers() + 2; i++) {
      kept.add(runtime.start(waiting("exports.handler = async () => { for (;;); };")));
      endless.add(invoke(kept.get(i), i));
    }

    for (int i = 1; i <= 50; i++) {
      assertThat(await(invoke(neighbour, i)).result().payload()).isEqualTo(Integer.toString(i));
    }

    assertThat(endless).noneMatch(CompletableFuture::isDone);
    kept.forEach(ExecutionEnvironment::close);
    neighbour.close();
  }

  @Test
  void timesOut_whetherTheHandlerWaitsOrComputes() {
    for (String code :
        List.of(
            "exports.handler = () => new Promise((r) => setTimeout(r, 100000));",
            "exports.handler = async () => { for (;;); };",
            "exports.handler = async () => { for (;;) await null; };")) {
      FunctionVersion function =
          Functions.function(
              "nodejs22.x",
              "index.handler",
              Functions.code("index.js", code),
              Duration.ofSeconds(1),
              "Text",
              Map.of());
      try (ExecutionEnvironment environment = runtime.start(function)) {

        InvocationReport report = await(invoke(environment, 1));

        assertThat(report.result().payload()).contains("Task timed out after 1.00 seconds");
        assertThat(report.cutByHarness()).isFalse();
        assertThat(report.logs().get(report.logs().size() - 1).text())
            .endsWith("\tStatus: timeout");
      }
    }
  }

  @Test
  void keepsModuleState_untilTheProcessEnds() {
    FunctionVersion function =
        waiting(
            "let calls = 0; exports.handler = async (e) => { if (e.n === 3) process.exit(1); return ++calls; };");
    try (ExecutionEnvironment environment = runtime.start(function)) {
      List<String> payloads = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        payloads.add(await(invoke(environment, i)).result().payload());
      }

      assertThat(payloads.get(0)).isEqualTo("1");
      assertThat(payloads.get(1)).isEqualTo("2");
      assertThat(payloads.get(2)).contains("exit status 1");
      assertThat(payloads.get(3)).isEqualTo("1");
    }
  }

  @Test
  void refusesASecondInvocation_whileOneIsUnderWay() {
    FunctionVersion function =
        waiting("exports.handler = () => new Promise((r) => setTimeout(r, 1000));");
    try (ExecutionEnvironment environment = runtime.start(function)) {
      CompletableFuture<InvocationReport> first = invoke(environment, 1);

      assertThatThrownBy(() -> invoke(environment, 2)).isInstanceOf(IllegalStateException.class);
      assertThat(await(first).result().payload()).isEqualTo("null");
    }
  }

  @Test
  void measuresTheInitPhase() {
    FunctionVersion function = waiting("exports.handler = async () => 1;");
    try (ExecutionEnvironment environment = runtime.start(function)) {
      InvocationReport cold = await(invoke(environment, 1));
      InvocationReport warm = await(invoke(environment, 2));

      assertThat(cold.coldStart()).isTrue();
      assertThat(cold.initDuration().orElseThrow()).isPositive();
      assertThat(warm.coldStart()).isFalse();
    }
  }
}
