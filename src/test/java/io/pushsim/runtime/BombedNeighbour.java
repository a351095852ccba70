package io.pushsim.runtime;

import io.pushsim.time.Draws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A program of its own, to be run with a small heap: allocation bombs beside a neighbour that goes
 * on being invoked. Prints one line per bomb, how often the neighbour was killed and how often it
 * answered wrongly. Other bombs can be given as arguments.
 */
final class BombedNeighbour {
  static final List<String> BOMBS =
      List.of(
          "const a = []; for (;;) a.push(new Array(1000).fill(1));",
          "const a = []; for (;;) a.push(new ArrayBuffer(1 << 20));",
          "const a = []; for (;;) a.push('x'.repeat(1 << 20) + a.length);",
          "const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });",
          "let o = {}; for (let i = 0; ; i++) o = { o, i };",
          "new Array(2 ** 32 - 2).fill(0);",
          "return new Array(2 ** 25).join('abcdefgh'.repeat(8)).length;",
          "const a = []; for (;;) { a.push(new Array(1000).fill(1)); await null; }",
          "const a = []; for (;;) { a.push(new ArrayBuffer(1 << 20));"
              + " await new Promise((resolve) => setTimeout(resolve)); }",
          "const a = [], b = new Array(1e5).fill(1); for (;;) a.push(b.slice());",
          "const a = [1]; for (;;) a.push(...a);",
          "return JSON.stringify(new Array(5e6).fill({ a: 'x'.repeat(100) })).length;");

  private BombedNeighbour() {}

  public static void main(String[] arguments) throws InterruptedException {
    RealTime time = new RealTime();
    JavaScriptEngine engine = new JavaScriptEngine();
    // Else the first init phase can take more than its 10 s on a busy machine.
    engine.warmUp();
    JavaScriptRuntime runtime =
        new JavaScriptRuntime(engine, time, new Draws(7), RuntimeSettings.defaults());
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger killed = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    List<Long> micros = new ArrayList<>();
    Thread neighbour = new Thread(() -> neighbour(runtime, over, killed, wrong, micros));
    neighbour.start();
    for (String bomb : arguments.length > 0 ? List.of(arguments) : BOMBS) {
      System.out.println("BOMB " + explode(runtime, bomb));
    }
    over.set(true);
    neighbour.join();
    micros.sort(Long::compare);
    System.out.printf(
        "NEIGHBOUR invocations %d killed %d wrong %d p50 %d us p99 %d us max %d us%n",
        micros.size(),
        killed.get(),
        wrong.get(),
        micros.get(micros.size() / 2),
        micros.get(micros.size() * 99 / 100),
        micros.get(micros.size() - 1));
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.println(
        "HEAP " + (used >> 20) + " MB after, abandoned " + runtime.abandonedThreads());
    System.exit(0);
  }

  private static String explode(JavaScriptRuntime runtime, String bomb) {
    String code = "exports.handler = async () => { " + bomb + " };";
    FunctionVersion function =
        Functions.function(
            "nodejs22.x",
            "index.handler",
            Functions.code("index.js", code),
            Duration.ofMinutes(5),
            "Text",
            Map.of());
    try (ExecutionEnvironment environment = runtime.start(function)) {
      InvocationReport report = invoke(environment, 1);
      return report.result().payload() + " " + report.duration().toMillis() + " ms";
    }
  }

  private static void neighbour(
      JavaScriptRuntime runtime,
      AtomicBoolean over,
      AtomicInteger killed,
      AtomicInteger wrong,
      List<Long> micros) {
    FunctionVersion function =
        Functions.function(
            "nodejs22.x",
            "index.handler",
            Functions.code(
                "index.js",
                "const kept = []; exports.handler = async (e) => { kept.push(e); return kept.length; };"),
            Duration.ofMinutes(5),
            "Text",
            Map.of());
    try (ExecutionEnvironment environment = runtime.start(function)) {
      // A process that was killed begins to count anew.
      for (int i = 1, count = 1; !over.get(); i++, count++) {
        long start = System.nanoTime();
        InvocationReport report = invoke(environment, i);
        micros.add((System.nanoTime() - start) / 1000);
        if (report.result().isError()) {
          killed.incrementAndGet();
          count = 0;
          System.out.println("KILLED " + report.result() + " " + report.logs());
        } else if (!report.result().payload().equals(Integer.toString(count))) {
          wrong.incrementAndGet();
          System.out.println("WRONG " + report.result() + " instead of " + count);
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InvocationReport invoke(ExecutionEnvironment environment, int number) {
    CompletableFuture<InvocationReport> report = new CompletableFuture<>();
    environment.invoke(Functions.invocation(number, "{}"), report::complete);
    return report.orTimeout(6, TimeUnit.MINUTES).join();
  }
}
