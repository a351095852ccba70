package io.pushsim.runtime;

import io.pushsim.time.Draws;
import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A runtime on virtual time whose invocations are run to their end. */
final class Replay implements AutoCloseable {
  final VirtualTime time = new VirtualTime(Instant.parse("2026-01-02T03:04:05Z"));
  final JavaScriptRuntime runtime;
  private final JavaScriptEngine engine = new JavaScriptEngine();
  private int invocations;

  Replay() {
    this(7, RuntimeSettings.defaults());
  }

  Replay(long seed, RuntimeSettings settings) {
    runtime = new JavaScriptRuntime(engine, time, new Draws(seed), settings);
  }

  static Replay withProcessorTime(Duration limit) {
    return new Replay(7, RuntimeSettings.defaults().withProcessorTime(limit));
  }

  InvocationReport invoke(FunctionVersion function, String payload) {
    try (ExecutionEnvironment environment = runtime.start(function)) {
      return invoke(environment, payload);
    }
  }

  InvocationReport invoke(ExecutionEnvironment environment, String payload) {
    List<InvocationReport> reports = new ArrayList<>();
    environment.invoke(Functions.invocation(++invocations, payload), reports::add);
    boolean waits = true;
    while (reports.isEmpty() && waits) {
      waits = time.runNext();
    }
    if (reports.size() != 1) {
      throw new AssertionError("one report was expected, not " + reports);
    }
    return reports.get(0);
  }

  @Override
  public void close() {
    runtime.close();
    engine.close();
  }
}
