package io.pushsim.cli;

import io.pushsim.arn.Scope;
import io.pushsim.eventsource.DuplicateWindow;
import io.pushsim.eventsource.EventRouter;
import io.pushsim.eventsource.FaultPlan;
import io.pushsim.eventsource.PushExplainer;
import io.pushsim.invocation.Activity;
import io.pushsim.invocation.Chains;
import io.pushsim.invocation.CodePackages;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.invocation.IdleLimits;
import io.pushsim.invocation.InvocationObserver;
import io.pushsim.invocation.Pace;
import io.pushsim.invocation.destination.ObjectWriter;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Journal;
import io.pushsim.journal.State;
import io.pushsim.operation.BucketContents;
import io.pushsim.operation.CodeObjects;
import io.pushsim.operation.CodeReader;
import io.pushsim.operation.Operations;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The composition root: a simulator, its rooms wired by hand. The journal and the runtime are the
 * caller's to close.
 */
final class Simulator implements AutoCloseable {
  /** How long what runs at the end may take to end. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final State state;
  private final FrontDoor frontDoor;
  private final Operations operations;
  private final EventRouter events;
  private final InstantSource clock;

  /**
   * What a simulator is made of.
   *
   * @param codeFolder where the code paths of requests start, where they are taken at all
   * @param codeObjects where requests' code in S3 is read from
   * @param contents what is in the buckets
   * @param settle how long a created or updated function takes to settle; zero means until the next
   *     call
   * @param concurrency how many invocations an account may run at once in a Region
   * @param background where work goes that takes its time, such as unpacking code
   * @param observer gets told what is invoked
   * @param idle how many execution environments may be idle, and for how long
   * @param objects where records of invocations go that are kept in S3
   * @param duplicates by which it knows what S3 servers say twice
   * @param pace at which events get their turn
   * @param faults which befall events on their way, and new grants
   */
  record Parts(
      Journal journal,
      CodeStore code,
      JavaScriptRuntime runtime,
      Scheduler scheduler,
      Draws draws,
      Ids ids,
      Optional<Path> codeFolder,
      CodeObjects codeObjects,
      BucketContents contents,
      Duration settle,
      int concurrency,
      Executor background,
      InvocationObserver observer,
      IdleLimits idle,
      ObjectWriter objects,
      DuplicateWindow duplicates,
      Pace pace,
      FaultPlan faults) {}

  Simulator(Parts parts) {
    state = State.of(parts.journal());
    clock = parts.scheduler();
    CodePackages code = new CodePackages(parts.code());
    frontDoor =
        new FrontDoor(
            new FrontDoor.Parts(
                state,
                parts.journal(),
                code,
                parts.runtime(),
                parts.scheduler(),
                parts.draws(),
                parts.ids(),
                parts.background(),
                parts.observer(),
                parts.idle(),
                parts.objects(),
                parts.concurrency(),
                parts.pace()));
    operations =
        new Operations(
            state,
            parts.journal(),
            frontDoor,
            new CodeReader(code, parts.codeFolder(), state.buckets(), parts.codeObjects()),
            parts.contents(),
            parts.scheduler(),
            parts.settle(),
            parts.concurrency(),
            parts.faults()::propagation,
            parts.ids(),
            parts.background());
    events =
        new EventRouter(
            state,
            parts.journal(),
            frontDoor,
            parts.scheduler(),
            parts.ids(),
            parts.duplicates(),
            parts.pace(),
            parts.faults(),
            parts.background());
  }

  State state() {
    return state;
  }

  Operations operations() {
    return operations;
  }

  Chains chains() {
    return frontDoor.chains();
  }

  EventRouter events() {
    return events;
  }

  PushExplainer explainer() {
    return new PushExplainer(state, clock);
  }

  /** Starts what is provisioned already. */
  void provision() {
    frontDoor.provisionAll();
  }

  /** What is under way. */
  Activity activity() {
    return frontDoor.activity();
  }

  /** How many invocations run or are about to. */
  int active() {
    return frontDoor.active();
  }

  /** How many asynchronous events wait for a later time. */
  int waiting() {
    return frontDoor.waiting();
  }

  /**
   * Before its end: lets everything go, and what runs may end for a moment.
   *
   * @param caller in whose name everything goes
   */
  void windDown(Scope caller) {
    operations.reset(caller).toCompletableFuture().join();
    CompletableFuture<Boolean> idle = new CompletableFuture<>();
    activity().whenIdle(() -> idle.complete(true));
    idle.completeOnTimeout(false, MOMENT.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  @Override
  public void close() {
    frontDoor.close();
  }
}
