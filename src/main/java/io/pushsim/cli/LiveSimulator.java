package io.pushsim.cli;

import io.pushsim.api.ApiServer;
import io.pushsim.api.http.BodyBudget;
import io.pushsim.api.http.ClientLimits;
import io.pushsim.api.http.ConnectionGuard;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.Gateway;
import io.pushsim.api.http.WireService;
import io.pushsim.api.lambda.CodeLinks;
import io.pushsim.api.lambda.LambdaService;
import io.pushsim.api.sts.StsService;
import io.pushsim.arn.Scope;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Journal;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.VertxTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** A simulator in real time behind its port: what {@code pushsim serve} runs. */
public final class LiveSimulator implements AutoCloseable {
  // Until requests' signatures are read whole.
  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request");

  private final Vertx vertx;
  private final Journal journal = new MemoryJournal();
  private final JavaScriptRuntime runtime;
  private final Simulator simulator;
  private final ApiServer server;
  private final BodyBudget bodies;

  /**
   * How to serve.
   *
   * @param port 0 for one that is free
   * @param home the account and region of whoever does not say
   * @param settle how long a created or updated function takes to settle; zero means until the next
   *     call
   * @param limits what clients may take
   */
  public record Settings(String host, int port, Scope home, Duration settle, ClientLimits limits) {

    /** With limits that suit everybody. */
    public Settings(String host, int port, Scope home, Duration settle) {
      this(host, port, home, settle, ClientLimits.defaults());
    }

    /** On loopback, on a free port. */
    public static Settings forTests() {
      return new Settings("127.0.0.1", 0, new Scope("111111111111", "us-east-1"), Duration.ZERO);
    }

    public Settings withLimits(ClientLimits limits) {
      return new Settings(host, port, home, settle, limits);
    }
  }

  /**
   * Starts it.
   *
   * @param faults gets what goes wrong inside pushsim
   */
  public LiveSimulator(
      Settings settings, JavaScriptEngine engine, BiConsumer<String, Throwable> faults) {
    vertx = Vertx.vertx();
    VertxTime time = new VertxTime(vertx);
    Draws draws = new Draws(new SecureRandom().nextLong());
    CodeStore code = CodeStore.inMemory();
    runtime = new JavaScriptRuntime(engine, time, draws, RuntimeSettings.defaults());
    simulator =
        new Simulator(
            new Simulator.Parts(
                journal,
                code,
                runtime,
                time,
                draws,
                Ids.random(),
                Optional.empty(),
                settings.settle(),
                work -> vertx.executeBlocking(() -> done(work), false)));
    bodies = new BodyBudget(settings.limits().bodies());
    Faults reported = new Faults(faults);
    LambdaService lambda = new LambdaService(simulator.operations(), new CodeLinks(time), reported);
    StsService sts = new StsService(reported);
    Gateway gateway =
        new Gateway(
            vertx,
            Ids.random(),
            request -> caller(request, settings.home()),
            request ->
                CREDENTIAL
                    .matcher(String.valueOf(request.getHeader("Authorization")))
                    .results()
                    .map(scope -> scope.group(3))
                    .findFirst()
                    .filter("sts"::equals)
                    .<WireService>map(service -> sts)
                    .orElse(lambda),
            reported,
            bodies);
    server =
        await(
            ApiServer.start(
                vertx,
                settings.host(),
                settings.port(),
                Router.router(vertx),
                gateway,
                new ConnectionGuard(settings.limits())));
  }

  private static Scope caller(HttpServerRequest request, Scope home) {
    return CREDENTIAL
        .matcher(String.valueOf(request.getHeader("Authorization")))
        .results()
        .map(
            scope ->
                new Scope(
                    Scope.isAccount(scope.group(1)) ? scope.group(1) : home.account(),
                    Scope.isRegion(scope.group(2)) ? scope.group(2) : home.region()))
        .findFirst()
        .orElse(home);
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  public int port() {
    return server.port();
  }

  /** How many connections are open. */
  public int connections() {
    return server.connections();
  }

  /** How many invocations run or are about to. */
  public int active() {
    return simulator.active();
  }

  /** How many bytes the bodies in flight take. */
  public long bodyBytes() {
    return bodies.taken();
  }

  @Override
  public void close() {
    await(server.close());
    simulator.close();
    runtime.close();
    journal.close();
    await(vertx.close());
  }
}
