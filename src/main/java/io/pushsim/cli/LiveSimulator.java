package io.pushsim.cli;

import io.pushsim.api.ApiServer;
import io.pushsim.api.access.AccessKeys;
import io.pushsim.api.access.Gate;
import io.pushsim.api.access.HostCheck;
import io.pushsim.api.access.WebhookToken;
import io.pushsim.api.http.BodyBudget;
import io.pushsim.api.http.ClientLimits;
import io.pushsim.api.http.ConnectionGuard;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.Gateway;
import io.pushsim.api.http.HostGate;
import io.pushsim.api.http.OtherServices;
import io.pushsim.api.http.ServiceDirectory;
import io.pushsim.api.lambda.CodeLinks;
import io.pushsim.api.lambda.LambdaService;
import io.pushsim.api.s3.S3Service;
import io.pushsim.api.sts.StsService;
import io.pushsim.arn.Scope;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Journal;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.operation.CodeObjects;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.VertxTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** A simulator in real time behind its port: what {@code pushsim serve} runs. */
public final class LiveSimulator implements AutoCloseable {
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
   * @param access who may use it
   * @param limits what clients may take
   */
  public record Settings(
      String host, int port, Scope home, Duration settle, Access access, ClientLimits limits) {

    /** On loopback, on a free port, in memory, for everybody, with limits that suit everybody. */
    public static Settings onFreePort() {
      return new Settings(
          "127.0.0.1",
          0,
          new Scope("111111111111", "us-east-1"),
          Duration.ZERO,
          Access.OF_EVERYBODY,
          ClientLimits.defaults());
    }

    public Settings withSettle(Duration time) {
      return new Settings(host, port, home, time, access, limits);
    }

    public Settings withAccess(Access who) {
      return new Settings(host, port, home, settle, who, limits);
    }

    public Settings withLimits(ClientLimits other) {
      return new Settings(host, port, home, settle, access, other);
    }
  }

  /**
   * Who may use it.
   *
   * @param keys what requests must be signed with; where there are none, anybody may call
   * @param webhookToken what callers of pushsim's own paths must send
   * @param allowedHosts names beside those of this machine that pushsim may be called by
   */
  public record Access(
      Optional<AccessKeys> keys, Optional<WebhookToken> webhookToken, List<String> allowedHosts) {
    public static final Access OF_EVERYBODY =
        new Access(Optional.empty(), Optional.empty(), List.of());

    public Access {
      allowedHosts = List.copyOf(allowedHosts);
    }
  }

  /**
   * Starts it.
   *
   * @param log gets what people are to be told
   * @throws UncheckedIOException where it cannot listen
   */
  public LiveSimulator(Settings settings, JavaScriptEngine engine, ServeLog log) {
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
                CodeObjects.NONE,
                settings.settle(),
                work -> vertx.executeBlocking(() -> done(work), false)));
    bodies = new BodyBudget(settings.limits().bodies());
    Faults reported = new Faults(log::fault, log::refusal);
    ServiceDirectory services =
        new ServiceDirectory(
            Map.of(
                "lambda",
                new LambdaService(simulator.operations(), new CodeLinks(time), reported),
                "s3",
                new S3Service(simulator.operations(), Set.of("localhost"), reported),
                "sts",
                new StsService(reported)),
            new OtherServices(reported));
    Gateway gateway =
        new Gateway(
            vertx, Ids.random(), gate(settings, time), settings.home(), services, reported, bodies);
    try {
      server =
          await(
              ApiServer.start(
                  vertx,
                  settings.host(),
                  settings.port(),
                  new HostGate(
                      new HostCheck(settings.host(), settings.access().allowedHosts()),
                      Ids.random()),
                  Router.router(vertx),
                  gateway,
                  new ConnectionGuard(settings.limits())));
    } catch (CompletionException e) {
      closeRooms();
      throw e.getCause() instanceof IOException unable
          ? new UncheckedIOException(unable.getMessage(), unable)
          : e;
    }
  }

  private static Gate gate(Settings settings, VertxTime time) {
    return settings
        .access()
        .keys()
        .map(keys -> Gate.guarded(settings.home(), keys, time))
        .orElseGet(() -> Gate.open(settings.home()));
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

  /** How many bytes the bodies in flight take. */
  public long bodyBytes() {
    return bodies.taken();
  }

  /** Stops to listen, lets what is being answered end for a moment, and closes. */
  @Override
  public void close() {
    await(server.close());
    closeRooms();
  }

  private void closeRooms() {
    simulator.close();
    runtime.close();
    journal.close();
    await(vertx.close());
  }
}
