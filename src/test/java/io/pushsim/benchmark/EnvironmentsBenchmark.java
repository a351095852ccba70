package io.pushsim.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pushsim.runtime.CodePackage;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionVersion;
import io.pushsim.runtime.InitializationType;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.time.Draws;
import io.pushsim.time.LiveTime;
import io.pushsim.time.VertxLoop;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * What execution environments cost: the memory of a warm one and the time of a cold start, one
 * after another; and how long as many invocations at once take as there are environments, each of
 * which waits for 200 ms.
 */
public final class EnvironmentsBenchmark {
  private static final String TUTORIAL =
      """
      console.log('Loading function');
      exports.handler = function(event, context, callback) {
        console.log('value1 =', event.key1);
        console.log('value2 =', event.key2);
        console.log('value3 =', event.key3);
        callback(null, "message");
      };
      """;

  private static final String WAITING =
      "exports.handler = () => new Promise((wake) => setTimeout(wake, 200));";
  private static final int ROUNDS = 6;

  private final JavaScriptRuntime runtime =
      new JavaScriptRuntime(
          new JavaScriptEngine(),
          LiveTime.ofMachine(new VertxLoop(Vertx.vertx())),
          new Draws(7),
          RuntimeSettings.defaults());

  private EnvironmentsBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments how many environments at once
   */
  public static void main(String... arguments) throws InterruptedException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
    EnvironmentsBenchmark benchmark = new EnvironmentsBenchmark();
    benchmark.costOfOne();
    benchmark.manyAtOnce(count);
    System.exit(0); // the runtime's threads live on
  }

  private void costOfOne() throws InterruptedException {
    List<ExecutionEnvironment> kept = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long before = heap();
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        ExecutionEnvironment environment = runtime.start(function(TUTORIAL));
        kept.add(environment);
        long start = System.nanoTime();
        invokeAll(List.of(environment));
        millis.add((System.nanoTime() - start) / 1e6);
      }
      millis.sort(null);
      System.out.printf(
          "cold start: p50 %.1f ms, the slowest %.1f ms; a warm environment takes %d KB%n",
          Figures.median(millis), millis.get(millis.size() - 1), (heap() - before) / 300 / 1024);
    }
    kept.forEach(ExecutionEnvironment::close);
  }

  private void manyAtOnce(int count) throws InterruptedException {
    List<ExecutionEnvironment> environments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      environments.add(runtime.start(function(WAITING)));
    }
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      invokeAll(environments);
      System.out.printf(
          "%d at once, each waits 200 ms, %s: %.2f s, %d threads%n",
          count,
          round == 0 ? "cold" : "warm",
          (System.nanoTime() - start) / 1e9,
          Thread.activeCount());
    }
  }

  private static void invokeAll(List<ExecutionEnvironment> environments)
      throws InterruptedException {
    CountDownLatch open = new CountDownLatch(environments.size());
    for (int i = 0; i < environments.size(); i++) {
      environments.get(i).invoke(invocation(i), report -> ended(report, open));
    }
    open.await();
  }

  private static void ended(InvocationReport report, CountDownLatch open) {
    if (report.result().isError()) {
      System.out.println("failed: " + report);
    }
    open.countDown();
  }

  private static Invocation invocation(int number) {
    return new Invocation(
        "request-" + number,
        1,
        "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD",
        "{\"key1\":\"value1\",\"key2\":\"value2\",\"key3\":\"value3\"}",
        Optional.empty());
  }

  /** One of its own each time: what is shared is shared by the package's checksum. */
  private static FunctionVersion function(String handler) {
    return new FunctionVersion(
        "111111111111",
        "us-west-2",
        "helloworld",
        "1",
        "nodejs22.x",
        "index.handler",
        Duration.ofMinutes(1),
        128,
        512,
        Map.of(),
        "/aws/lambda/helloworld",
        "Text",
        CodePackage.zip(Map.of("index.js", handler.getBytes(UTF_8))),
        InitializationType.ON_DEMAND);
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
