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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls a handler again and again in one warm environment, whole invocations with their logs and
 * reports, and prints the calls of each second: a process to be measured.
 */
public final class HandlerLoop {
  private final ExecutionEnvironment environment;
  private final String event;
  private final AtomicLong calls = new AtomicLong();

  private HandlerLoop(ExecutionEnvironment environment, String event) {
    this.environment = environment;
    this.event = event;
  }

  /**
   * Runs.
   *
   * @param arguments the handler's file, the event's, seconds
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    JavaScriptRuntime runtime =
        new JavaScriptRuntime(
            new JavaScriptEngine(),
            LiveTime.ofMachine(new VertxLoop(Vertx.vertx())),
            new Draws(7),
            RuntimeSettings.defaults());
    HandlerLoop loop =
        new HandlerLoop(
            runtime.start(FunctionCode.version("nodejs22.x", Path.of(arguments[0]))),
            Files.readString(Path.of(arguments[1])));
    loop.next();
    long before = 0;
    for (int second = 0; second < Integer.parseInt(arguments[2]); second++) {
      Thread.sleep(1000);
      long now = loop.calls.get();
      System.out.println(now - before);
      before = now;
    }
    System.exit(0); // the loop has no end
  }

  private void next() {
    environment.invoke(
        new Invocation(
            "request-" + calls.get(),
            1,
            "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD",
            event,
            Optional.empty()),
        this::ended);
  }

  private void ended(InvocationReport report) {
    if (report.result().isError()) {
      throw new IllegalStateException("the handler failed: " + report);
    }
    calls.incrementAndGet();
    next();
  }
}
