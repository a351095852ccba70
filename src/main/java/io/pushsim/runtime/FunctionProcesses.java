package io.pushsim.runtime;

import io.pushsim.time.Draws;
import io.pushsim.time.IsoTime;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;

/** Starts the processes of one function version. */
final class FunctionProcesses {
  private static final int BASE_MEMORY = 64;
  private static final long MEGABYTE = 1 << 20;

  private final Supplier<Context.Builder> contexts;
  private final Prelude prelude;
  private final FunctionVersion function;
  private final NodeVersion node;
  private final TaskRoot root;
  private final Draws draws;
  private final Network network;
  private final FunctionCredentials credentials;

  FunctionProcesses(
      Supplier<Context.Builder> contexts,
      Prelude prelude,
      FunctionVersion function,
      TaskRoot root,
      Draws draws,
      Network network,
      FunctionCredentials credentials) {
    this.contexts = contexts;
    this.prelude = prelude;
    this.function = function;
    this.node = NodeVersion.of(function.runtime());
    this.root = root;
    this.draws = draws;
    this.network = network;
    this.credentials = credentials;
  }

  NodeVersion node() {
    return node;
  }

  NodeProcess start(
      Execution execution,
      RuntimeClock clock,
      TemporaryFolder temporary,
      String logStream,
      Runnable whenSomethingComes) {
    return new NodeProcess(
        contexts.get(),
        prelude,
        root,
        clock,
        temporary,
        new SeededDrawing(draws),
        network,
        whenSomethingComes,
        settings(logStream),
        execution);
  }

  private String settings(String logStream) {
    Map<String, String> variables =
        ProcessVariables.of(
            function,
            node,
            logStream,
            credentials.issue(function.account(), function.functionName(), logStream));
    String environment =
        variables.entrySet().stream()
            .map(entry -> Json.string(entry.getKey()) + ":" + Json.string(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return "{\"major\":"
        + node.major()
        + ",\"version\":"
        + Json.string(node.version())
        + ",\"logFormat\":"
        + Json.string(function.logsJson() ? "JSON" : "Text")
        + ",\"warnsOfCallbacks\":"
        + (node.major() >= 18 && node.major() < 24)
        + ",\"memory\":"
        + memoryUsed()
        + ",\"wrapperHeadLength\":"
        + TaskRoot.WRAPPER_HEAD.length()
        + ",\"environment\":"
        + environment
        + "}";
  }

  /** An environment's own {@code /tmp}, which outlives its processes. */
  TemporaryFolder temporaryFolder() {
    return new TemporaryFolder(function.ephemeralStorage() * MEGABYTE);
  }

  String logStream(Invocation invocation, Instant now) {
    UUID id = draws.uuid(invocation.requestId(), invocation.attempt(), "log stream");
    return IsoTime.day(now) + "/[" + function.version() + "]" + id.toString().replace("-", "");
  }

  String traceId(Invocation invocation, Instant now) {
    return ProcessVariables.traceId(draws, invocation, now.getEpochSecond());
  }

  /**
   * The memory a process reports, in MB: a model and not a measurement, so that it is the same on
   * every machine. A Node.js process of 64 MB and the unpacked code, at most what is configured.
   */
  int memoryUsed() {
    long code = (root.unzippedSize() + MEGABYTE - 1) / MEGABYTE;
    return (int) Math.min(function.memorySize(), BASE_MEMORY + code);
  }

  /** Draws by request, attempt and how many draws went before. */
  private record SeededDrawing(Draws draws) implements HostFunctions.Drawing {
    @Override
    public double unit(Execution execution) {
      Invocation invocation = execution.invocation;
      return draws.unit(
          invocation.requestId(), invocation.attempt(), execution.nextDraw("Math.random"));
    }

    @Override
    public UUID uuid(Execution execution) {
      Invocation invocation = execution.invocation;
      return draws.uuid(
          invocation.requestId(), invocation.attempt(), execution.nextDraw("randomUUID"));
    }
  }
}
