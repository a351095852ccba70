package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pushsim.function.LoggingConfig;
import io.pushsim.time.Draws;
import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/** A process of no function that answers once, so that the next one finds everything loaded. */
final class WarmUp implements AutoCloseable {
  private static final String HANDLER =
      "exports.handler = (e, c, callback) => { console.log('warm', {}); callback(null, e); };";

  private final FunctionVersion function;
  private final FunctionProcesses processes;
  private final RuntimeClock clock;
  private @Nullable NodeProcess process;

  WarmUp(Supplier<Context.Builder> contexts, Prelude prelude, VirtualTime time) {
    CodePackage code = CodePackage.zip(Map.of("index.js", HANDLER.getBytes(UTF_8)));
    this.function =
        new FunctionVersion(
            "000000000000",
            "us-east-1",
            "warm-up",
            "$LATEST",
            "nodejs16.x",
            "index.handler",
            Duration.ofSeconds(3),
            128,
            512,
            Map.of(),
            LoggingConfig.defaultFor("warm-up"),
            code,
            InitializationType.ON_DEMAND);
    this.clock = new RuntimeClock(time);
    this.processes =
        new FunctionProcesses(
            contexts,
            prelude,
            function,
            new TaskRoot(code),
            new Draws(0),
            Network.NONE,
            new FunctionCredentials(new Draws(0)));
  }

  void run() {
    Invocation invocation = new Invocation("warm-up", 1, "warm-up", "{}", Optional.empty());
    Execution execution =
        new Execution(
            invocation,
            function,
            RuntimeSettings.defaults(),
            Execution.Phase.INIT,
            clock.instant(),
            report -> {});
    execution.open(clock.instant(), processes.node());
    process = processes.start(execution, clock, processes.temporaryFolder(), "warm-up", () -> {});
    process.load(function.handler());
    process.work(true);
    execution.start(clock.instant());
    process.invoke(execution, processes.traceId(invocation, clock.instant()));
    process.work(false);
    execution.finish(clock.instant(), Optional.empty(), processes.memoryUsed(), "warm-up");
  }

  @Override
  public void close() {
    if (process != null) {
      process.end(Ending.closed());
    }
  }
}
