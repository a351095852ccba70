package io.pushsim.benchmark;

import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.time.Draws;
import io.pushsim.time.LiveTime;
import io.pushsim.time.VertxLoop;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * What execution environments cost: the memory of a warm one and the time of a cold start, one
 * after another; and how long as many invocations at once take as there are environments, each of
 * which waits for 200 ms.
 */
public final class EnvironmentsBenchmark {
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
        ExecutionEnvironment environment =
            runtime.start(FunctionCode.version("nodejs22.x", FunctionCode.TUTORIAL));
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
      environments.add(runtime.start(FunctionCode.version("nodejs22.x", WAITING)));
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

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
