package io.pushsim.cli;

import io.pushsim.api.http.LocalGateway;
import io.pushsim.arn.Scope;
import io.pushsim.eventsource.DuplicateWindow;
import io.pushsim.eventsource.FaultPlan;
import io.pushsim.invocation.InvocationObserver;
import io.pushsim.invocation.destination.ObjectWriter;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.inprocess.PushTarget;
import io.pushsim.load.inprocess.RoutingTarget;
import io.pushsim.load.inprocess.WatchedJournal;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.operation.BucketContents;
import io.pushsim.operation.CodeObjects;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.scenario.WrittenOperation;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.LiveTime;
import io.pushsim.time.TimeScale;
import io.pushsim.time.VertxLoop;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A simulator in real time, without a port, in which a load's stage stands: its parts are those of
 * {@link LiveSimulator}, its journal is in memory.
 */
final class LoadSimulator implements AutoCloseable {
  /** Deliveries that have ended are nobody's to ask for. */
  private static final int KEPT_DELIVERIES = 1000;

  private static final long KEPT_BYTES = 16L << 20;

  private final Vertx vertx;
  private final Background background;
  private final Scope caller;
  private final LiveTime time;
  private final Draws draws;
  private final Measurements measurements;
  private final WatchedJournal journal;
  private final JavaScriptRuntime runtime;
  private final Simulator simulator;

  /**
   * @param seed of all draws
   * @param measurements are told what comes of the load's pushes
   * @param log gets told what goes wrong in it
   */
  LoadSimulator(
      LoadStage stage,
      JavaScriptEngine engine,
      long seed,
      Measurements measurements,
      ServeLog log) {
    this.measurements = measurements;
    caller = new Scope(stage.setting().account(), stage.setting().region());
    vertx = Vertx.vertx(LiveSimulator.withoutFiles());
    background =
        new Background(vertx, failure -> log.fault("Work in the background failed.", failure));
    time =
        LiveTime.simulated(
            new VertxLoop(vertx), TimeScale.REAL, stage.standing().snapshot().time());
    draws = new Draws(seed);
    journal = new WatchedJournal(new MemoryJournal(KEPT_DELIVERIES, KEPT_BYTES), measurements);
    journal.append(stage.standing().snapshot());
    AtomicReference<LocalGateway> aws = new AtomicReference<>();
    runtime =
        new JavaScriptRuntime(
            engine,
            time,
            draws,
            RuntimeSettings.defaults(),
            new LocalNetwork(time, (head, body, answer) -> aws.get().carryOut(head, body, answer)));
    Ids ids = Ids.seeded(draws);
    simulator =
        new Simulator(
            new Simulator.Parts(
                journal,
                stage.standing().code(),
                runtime,
                time,
                draws,
                ids,
                Optional.of(stage.setting().folder()),
                CodeObjects.NONE,
                BucketContents.NONE,
                stage.setting().settle(),
                stage.setting().concurrency(),
                background,
                InvocationObserver.NONE,
                LiveSimulator.idle(Behaviour.USUAL.keepWarm()),
                ObjectWriter.NONE,
                DuplicateWindow.none(),
                LiveSimulator.pace(time),
                FaultPlan.onDemand(draws)));
    aws.set(
        LocalServices.of(
            simulator,
            runtime,
            time,
            caller,
            ids,
            stage.setting().objects(),
            new ObjectEvents(time, ids)));
  }

  /** Calls an AWS operation for the story's account. */
  CompletionStage<?> call(WrittenOperation operation) {
    return simulator
        .operations()
        .call(operation.name(), operation.parameters(), caller, Duration.ZERO);
  }

  /** The whole way of an event. */
  LoadTarget pushing() {
    return new PushTarget(simulator.events(), journal, simulator.state(), time, measurements);
  }

  /** The way of an event up to the version that is to run. */
  LoadTarget routing() {
    return new RoutingTarget(simulator.state(), draws, time, measurements);
  }

  /** What waits for its turn is let go, what runs may end for a moment, and no time comes then. */
  @Override
  public void close() {
    simulator.windDown(caller);
    background.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    simulator.close();
    runtime.close();
  }
}
