package io.pushsim.benchmark;

import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionVersion;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.time.Draws;
import io.pushsim.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What an invocation of the tutorial's handler costs in a replay: cold, and warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HandlerBenchmark {
  private final JavaScriptRuntime runtime =
      new JavaScriptRuntime(
          new JavaScriptEngine(),
          new VirtualTime(Instant.parse("2026-01-02T03:04:05Z")),
          new Draws(7),
          RuntimeSettings.defaults());
  private final FunctionVersion function =
      FunctionCode.version("nodejs6.10", FunctionCode.TUTORIAL);
  private final ExecutionEnvironment warm = runtime.start(function);
  private int invocations;

  @Setup
  public void open() {
    invoke(warm);
  }

  @TearDown
  public void close() {
    warm.close();
    runtime.close();
  }

  @Benchmark
  public InvocationReport warm() {
    return invoke(warm);
  }

  @Benchmark
  public InvocationReport cold() {
    try (ExecutionEnvironment environment = runtime.start(function)) {
      return invoke(environment);
    }
  }

  private InvocationReport invoke(ExecutionEnvironment environment) {
    List<InvocationReport> reports = new ArrayList<>(1);
    environment.invoke(
        new Invocation(
            "request-" + invocations++,
            1,
            "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD",
            "{\"key1\":\"value1\",\"key2\":\"value2\",\"key3\":\"value3\"}",
            Optional.empty()),
        reports::add);
    return reports.get(0);
  }
}
