package io.pushsim.cli;

import io.pushsim.api.ApiServer;
import io.pushsim.api.admin.Metrics;
import io.pushsim.api.http.BodyBudget;
import io.pushsim.api.http.Faults;
import io.pushsim.api.outbound.OutboundNetwork;
import io.pushsim.arn.Scope;
import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.DuplicateWindow;
import io.pushsim.eventsource.FaultPlan;
import io.pushsim.eventsource.listen.BucketListeners;
import io.pushsim.invocation.IdleLimits;
import io.pushsim.invocation.Pace;
import io.pushsim.invocation.destination.ObjectWriter;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Journal;
import io.pushsim.journal.State;
import io.pushsim.log.LogLimits;
import io.pushsim.log.LogStore;
import io.pushsim.operation.BucketContents;
import io.pushsim.operation.CodeObjects;
import io.pushsim.operation.Operations;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.LiveTime;
import io.pushsim.time.VertxLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A simulator in real time behind its port: what {@code pushsim serve} runs. */
public final class LiveSimulator implements AutoCloseable {
  /** The part of the heap that what functions logged may fill. */
  private static final int LOG_SHARE = 16;

  /** How many events that have just begun may be under way at once. */
  private static final int QUICK_EVENTS = 16;

  /** How many events may be under way: as many as an account's functions run at once. */
  private static final int EVENTS = 1000;

  /** How long a package that no function has any more stays, about. */
  private static final Duration CODE_PAUSE = Duration.ofMinutes(1);

  /** What ends what has begun, the newest first. */
  private final Deque<Runnable> endings = new ArrayDeque<>();

  private final Simulator simulator;
  private final ApiServer server;
  private final BodyBudget bodies;
  private final StartReport startReport;
  private final Optional<EmbeddedObjects> objects;

  /**
   * Starts it.
   *
   * @param log gets what people are to be told
   * @throws UncheckedIOException where it cannot listen
   * @throws SimulatorException where a bucket that is to stand cannot, or the folder of the data
   *     cannot be used
   */
  public LiveSimulator(ServeSettings settings, JavaScriptEngine engine, ServeLog log) {
    this(settings, Optional.empty(), engine, log);
  }

  /**
   * Starts it with what a scenario has set up.
   *
   * @param scenario what it has
   * @throws UncheckedIOException where it cannot listen
   * @throws SimulatorException as without, and where there is a scenario and the folder of the data
   *     is not empty
   */
  public LiveSimulator(
      ServeSettings settings,
      Optional<StandingState> scenario,
      JavaScriptEngine engine,
      ServeLog log) {
    try {
      Vertx vertx = Vertx.vertx(withoutFiles());
      Background background =
          new Background(vertx, failure -> log.fault("Work in the background failed.", failure));
      endings.push(
          () -> {
            background.stop();
            await(vertx.close());
          });
      Optional<S3Behind> s3 =
          settings.s3().map(behind -> new S3Behind(behind, settings, background, log::notice));
      s3.ifPresent(behind -> endings.push(behind::close));
      VertxLoop loop = new VertxLoop(vertx);
      LiveTime machine = LiveTime.ofMachine(loop);
      Storage storage = Storage.open(settings.data(), settings.retention(), machine, log::notice);
      endings.push(storage::close);
      scenario.ifPresent(storage::begin);
      Instant former =
          scenario.map(standing -> standing.snapshot().time()).orElse(storage.latest());
      Optional<Instant> ahead =
          Optional.of(former).filter(latest -> latest.isAfter(machine.instant()));
      LiveTime time = LiveTime.simulated(loop, settings.behaviour().timeScale(), former);
      objects =
          s3.isPresent()
              ? Optional.empty()
              : Optional.of(EmbeddedObjects.in(storage.objects(), log::notice));
      Draws draws = new Draws(new SecureRandom().nextLong());
      AtomicReference<Optional<SocketAddress>> own = new AtomicReference<>(Optional.empty());
      JavaScriptRuntime runtime =
          new JavaScriptRuntime(
              engine,
              machine,
              draws,
              RuntimeSettings.defaults(),
              new OutboundNetwork(vertx, own::get, settings.behaviour().reachable()));
      endings.push(runtime::close);
      Journal journal = new PushNews(storage.journal(), machine, log::pushed);
      CodeStore code = storage.code();
      Metrics metrics = new Metrics();
      FunctionLogs logs =
          new FunctionLogs(
              new LogStore(LogLimits.of(settings.behaviour().keptLogs(), logBytes())),
              time,
              machine,
              metrics);
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
                  s3.map(S3Behind::code).or(() -> objects).orElse(CodeObjects.NONE),
                  objects.<BucketContents>map(kept -> kept).orElse(BucketContents.NONE),
                  settings.behaviour().settle(),
                  settings.behaviour().concurrency(),
                  background,
                  logs,
                  idle(settings.behaviour().keepWarm()),
                  s3.map(S3Behind::writer)
                      .or(() -> objects.<ObjectWriter>map(kept -> kept))
                      .orElse(ObjectWriter.NONE),
                  DuplicateWindow.usual(settings.behaviour().timeScale()),
                  pace(machine),
                  faults(settings.sources().chaos(), metrics)));
      endings.push(simulator::close);
      objects.ifPresent(kept -> kept.startFor(simulator, time, machine));
      objects.ifPresent(kept -> endings.push(kept::close));
      DeliveryKeeper keeper =
          new DeliveryKeeper(
              journal, settings.retention(), time, time.scale(), machine, background);
      endings.push(keeper::close);
      keeper.start();
      MessageKeeper messageKeeper = new MessageKeeper(simulator.operations(), time, background);
      endings.push(messageKeeper::close);
      messageKeeper.start();
      CodeKeeper codeKeeper =
          new CodeKeeper(
              code, simulator.state().functions(), time, machine, background, CODE_PAUSE);
      endings.push(codeKeeper::close);
      codeKeeper.start();
      Optional<BucketListeners> listeners =
          settings
              .sources()
              .listened()
              .map(
                  listened ->
                      new BucketListeners(
                          listened,
                          settings.sources().nativeEvents(),
                          simulator.events()::accept,
                          machine,
                          draws,
                          log::notice));
      watch(metrics, runtime, listeners);
      bodies = new BodyBudget(settings.limits().bodies());
      StandingBuckets standing =
          new StandingBuckets(settings.buckets(), settings.home().region(), simulator);
      standing.make().toCompletableFuture().join();
      Beginning beginning = new Beginning(scenario, standing, simulator, code, background);
      simulator.provision();
      int resumed = simulator.events().resume();
      startReport =
          new StartReport(
              s3.map(S3Behind::report), objects.flatMap(EmbeddedObjects::folder), resumed, ahead);
      Wire wire =
          new Wire(
              settings,
              vertx,
              time,
              machine,
              bodies,
              metrics,
              logs,
              new Faults(log::fault, log::refusal),
              runtime.credentials());
      server = await(wire.start(simulator, beginning, journal, code, background, s3, objects));
      endings.push(() -> await(server.close()));
      own.set(Optional.of(settings.address(server.port()).socket()));
      listeners.ifPresent(listened -> endings.push(listened::close));
      listeners.ifPresent(BucketListeners::start);
    } catch (RuntimeException e) {
      throw endedBy(e);
    }
  }

  /** Ends what has begun, and tells why. */
  private RuntimeException endedBy(RuntimeException failure) {
    RuntimeException told = told(failure);
    try {
      close();
    } catch (RuntimeException e) {
      told.addSuppressed(e);
    }
    return told;
  }

  private static RuntimeException told(RuntimeException failure) {
    Throwable cause = Failures.cause(failure);
    if (cause instanceof IOException unable) {
      return new UncheckedIOException(unable.getMessage(), unable);
    }
    return cause instanceof SimulatorException refusal ? refusal : failure;
  }

  private static FaultPlan faults(Chaos chaos, Metrics metrics) {
    return new FaultPlan(
        chaos.faults(), chaos.propagation(), new Draws(chaos.seed()), metrics::injected);
  }

  private void watch(
      Metrics metrics, JavaScriptRuntime runtime, Optional<BucketListeners> listeners) {
    metrics.watch(
        "pushsim.invocations.active",
        "Invocations that run or are about to",
        simulator.activity()::invocations);
    metrics.watch(
        "pushsim.events.pending",
        "Events accepted and not yet pushed at their targets",
        simulator.activity()::events);
    metrics.watch(
        "pushsim.events.waiting",
        "Asynchronous events that wait to be tried again",
        simulator::waiting);
    metrics.watch(
        "pushsim.settled.waiting",
        "Clients that wait until nothing is under way",
        simulator.activity()::waiting);
    metrics.watch(
        "pushsim.threads.abandoned",
        "Threads given up because their JavaScript cannot be interrupted",
        runtime::abandonedThreads);
    listeners.ifPresent(
        listened -> {
          metrics.watch("pushsim.listen.streams.wanted", "Buckets to listen to", listened::wanted);
          metrics.watch(
              "pushsim.listen.streams.open", "Listen streams that are open", listened::open);
        });
  }

  private static long logBytes() {
    return Runtime.getRuntime().maxMemory() / LOG_SHARE;
  }

  /** How many environments may be idle, and for how long. */
  static IdleLimits idle(Duration time) {
    return IdleLimits.within(Runtime.getRuntime().maxMemory(), Optional.of(time));
  }

  /** At which events get their turn, by the machine's time. */
  static Pace pace(LiveTime machine) {
    return new Pace(machine, QUICK_EVENTS, EVENTS);
  }

  /** Vert.x's cache of files would leave a folder behind; pushsim serves none. */
  static VertxOptions withoutFiles() {
    return new VertxOptions()
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** The AWS operations, beside those that come through the port. */
  public Operations operations() {
    return simulator.operations();
  }

  /** Before its end, where what is under way is nobody's to wait for any more. */
  void windDown(Scope caller) {
    objects.ifPresent(EmbeddedObjects::close);
    simulator.windDown(caller);
  }

  /** What is true now. */
  State state() {
    return simulator.state();
  }

  public int port() {
    return server.port();
  }

  /** What was found at the start. */
  StartReport startReport() {
    return startReport;
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

  /** Stops to listen, lets what is being answered end for a moment, and closes. */
  @Override
  public void close() {
    endings.forEach(Runnable::run);
  }
}
