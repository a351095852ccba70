package io.pushsim.api.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pushsim.function.LoggingConfig;
import io.pushsim.runtime.CodePackage;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionVersion;
import io.pushsim.runtime.InitializationType;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RealTime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.time.Draws;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs handlers on the machine's clock, with a network that reaches a test's server. */
final class LiveHandlers implements AutoCloseable {
  private final RealTime time = new RealTime();
  private final Vertx vertx = Vertx.vertx();
  private final PeerServer server = new PeerServer(vertx);
  private final JavaScriptEngine engine = new JavaScriptEngine();
  private final AtomicInteger invocations = new AtomicInteger();
  private final JavaScriptRuntime runtime;

  /**
   * @param own where pushsim itself would listen: the server's own port is put in
   */
  LiveHandlers(int workers, boolean own, String... allowed) {
    RuntimeSettings defaults = RuntimeSettings.defaults();
    RuntimeSettings settings =
        new RuntimeSettings(
            workers,
            defaults.processorTime(),
            defaults.turnTime(),
            defaults.initDuration(),
            defaults.abandonedThreads(),
            defaults.heapShare(),
            defaults.logLines(),
            defaults.logCharacters());
    List<Peer> peers =
        Arrays.stream(allowed)
            .map(peer -> Peer.parse(peer.replace("PORT", Integer.toString(server.port()))))
            .toList();
    Optional<SocketAddress> address =
        own
            ? Optional.of(SocketAddress.inetSocketAddress(server.port(), "127.0.0.1"))
            : Optional.empty();
    runtime =
        new JavaScriptRuntime(
            engine, time, new Draws(7), settings, new OutboundNetwork(vertx, () -> address, peers));
  }

  PeerServer server() {
    return server;
  }

  /** An environment of a function whose index.js this is; {@code $PORT$} is the server's. */
  ExecutionEnvironment environment(String code, Duration timeout) {
    String text = code.replace("$PORT$", Integer.toString(server.port()));
    CodePackage zip = CodePackage.zip(Map.of("index.js", text.getBytes(UTF_8)));
    return runtime.start(
        new FunctionVersion(
            "111111111111",
            "us-west-2",
            "helloworld",
            "1",
            "nodejs20.x",
            "index.handler",
            timeout,
            256,
            512,
            Map.of(),
            LoggingConfig.defaultFor("helloworld"),
            zip,
            InitializationType.ON_DEMAND));
  }

  ExecutionEnvironment environment(String code) {
    return environment(code, Duration.ofSeconds(60));
  }

  CompletableFuture<InvocationReport> begin(ExecutionEnvironment environment, String event) {
    CompletableFuture<InvocationReport> report = new CompletableFuture<>();
    String id = "00000000-0000-4000-8000-%012d".formatted(invocations.incrementAndGet());
    String arn = "arn:aws:lambda:us-west-2:111111111111:function:helloworld:1";
    environment.invoke(new Invocation(id, 1, arn, event, Optional.empty()), report::complete);
    return report;
  }

  InvocationReport run(ExecutionEnvironment environment, String event) {
    return begin(environment, event).orTimeout(100, TimeUnit.SECONDS).join();
  }

  /** What one invocation of a handler answers. */
  String answer(String code) {
    try (ExecutionEnvironment environment = environment(code)) {
      return run(environment, "{}").result().payload();
    }
  }

  @Override
  public void close() {
    runtime.close();
    engine.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    time.close();
  }
}
