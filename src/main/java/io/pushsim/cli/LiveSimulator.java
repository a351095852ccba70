package io.pushsim.cli;

import io.pushsim.api.ApiServer;
import io.pushsim.api.admin.AdminAccess;
import io.pushsim.api.admin.AdminParts;
import io.pushsim.api.admin.AdminService;
import io.pushsim.api.admin.Metrics;
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
import io.pushsim.journal.Retention;
import io.pushsim.operation.Operations;
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
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** A simulator in real time behind its port: what {@code pushsim serve} runs. */
public final class LiveSimulator implements AutoCloseable {
  /** The part of the heap, one in so many, that deliveries kept in memory may fill. */
  private static final int MEMORY_SHARE = 8;

  // Until requests' signatures are read whole.
  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request");

  private final Vertx vertx;
  private final Journal journal;
  private final DeliveryKeeper keeper;
  private final JavaScriptRuntime runtime;
  private final Simulator simulator;
  private final ApiServer server;

  /**
   * How to serve.
   *
   * @param port 0 for one that is free
   * @param home the account and region of whoever does not say
   * @param settle how long a created or updated function takes to settle; zero means until the next
   *     call
   * @param retention how long deliveries are kept
   */
  public record Settings(String host, int port, Scope home, Duration settle, Retention retention) {

    /** On loopback, on a free port. */
    public static Settings forTests() {
      return new Settings(
          "127.0.0.1", 0, new Scope("111111111111", "us-east-1"), Duration.ZERO, Retention.USUAL);
    }
  }

  /**
   * Starts it.
   *
   * @param access who may use pushsim's own paths
   * @param faults gets what goes wrong inside pushsim
   */
  public LiveSimulator(
      Settings settings,
      AdminAccess access,
      JavaScriptEngine engine,
      BiConsumer<String, Throwable> faults) {
    vertx = Vertx.vertx();
    Executor background = work -> vertx.executeBlocking(() -> done(work), false);
    Metrics metrics = new Metrics();
    journal =
        new MemoryJournal(
            settings.retention().newest(), Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
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
                background,
                metrics));
    keeper = new DeliveryKeeper(journal, settings.retention(), time, background);
    keeper.start();
    watch(metrics);
    Faults reported = new Faults(faults);
    CodeLinks codeLinks = new CodeLinks(time);
    LambdaService lambda = new LambdaService(simulator.operations(), codeLinks, reported);
    AdminService admin =
        new AdminService(
            new AdminParts(
                VersionText.number(),
                journal.history(),
                simulator.operations(),
                simulator.events(),
                simulator.explainer(),
                simulator.activity(),
                code,
                codeLinks,
                metrics,
                time,
                background),
            access,
            reported);
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
            metrics);
    Router pushsim = Router.router(vertx);
    pushsim
        .route()
        .handler(
            new Gateway(
                vertx, Ids.random(), request -> settings.home(), request -> admin, metrics));
    server = await(ApiServer.start(vertx, settings.host(), settings.port(), pushsim, gateway));
  }

  private void watch(Metrics metrics) {
    metrics.watch(
        "pushsim.invocations.active",
        "Invocations that run or are about to",
        simulator.activity()::invocations);
    metrics.watch(
        "pushsim.events.pending",
        "Events accepted and not yet pushed at their targets",
        simulator.activity()::events);
    metrics.watch(
        "pushsim.settled.waiting",
        "Clients that wait until nothing is under way",
        simulator.activity()::waiting);
    metrics.watch(
        "pushsim.threads.abandoned",
        "Threads given up because their JavaScript cannot be interrupted",
        runtime::abandonedThreads);
  }

  private static Scope caller(HttpServerRequest request, Scope home) {
    return CREDENTIAL
        .matcher(String.valueOf(request.getHeader("Authorization")))
        .results()
        .map(
            scope ->
                new Scope(
                    scope.group(1).matches("[0-9]{12}") ? scope.group(1) : home.account(),
                    scope.group(2)))
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

  /** The AWS operations, beside those that come through the port. */
  public Operations operations() {
    return simulator.operations();
  }

  @Override
  public void close() {
    keeper.close();
    await(server.close());
    simulator.close();
    runtime.close();
    journal.close();
    await(vertx.close());
  }
}
