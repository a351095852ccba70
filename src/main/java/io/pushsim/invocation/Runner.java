package io.pushsim.invocation;

import io.pushsim.arn.Qualifier;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Runtimes;
import io.pushsim.function.Version;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.State;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.InitializationType;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.time.Draws;
import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a function once: resolves the ARN to a version, sees whether one more may run, takes or
 * starts an execution environment and has the handler run there.
 */
final class Runner implements AutoCloseable {
  private final State state;
  private final EnvironmentStarter starter;
  private final Scheduler scheduler;
  private final Draws draws;
  private final Chains chains;
  private final InvocationObserver observer;
  private final Concurrency concurrency;
  private final ScalingRate scaling = new ScalingRate();
  private final EnvironmentPool pool;
  private final PendingStarts pending;
  private final ProvisionedEnvironments provisioned;
  private final Activity activity;

  /**
   * @param pool of the idle environments; closed with this
   * @param pending invocations for which there is none
   * @param provisioned environments, which are not among these; likewise closed
   */
  Runner(
      State state,
      EnvironmentStarter starter,
      Scheduler scheduler,
      Draws draws,
      Chains chains,
      InvocationObserver observer,
      Concurrency concurrency,
      EnvironmentPool pool,
      PendingStarts pending,
      ProvisionedEnvironments provisioned,
      Activity activity) {
    this.state = state;
    this.starter = starter;
    this.scheduler = scheduler;
    this.draws = draws;
    this.chains = chains;
    this.observer = observer;
    this.concurrency = concurrency;
    this.pool = pool;
    this.pending = pending;
    this.provisioned = provisioned;
    this.activity = activity;
  }

  private record Resolved(
      LambdaFunction function, Version version, FunctionConfiguration configuration) {}

  /**
   * Waits while the version is being created (recorded:
   * test_async_invoke_queue_upon_function_update), then runs it; hands over what came of it, on
   * whatever thread it ended.
   */
  void run(Request request, Consumer<Run> whenDone) {
    Instant now = scheduler.instant();
    Optional<Resolved> resolved = resolve(request, now);
    Optional<Version.Transition> creation =
        resolved
            .flatMap(found -> found.version().underWay(now))
            .filter(Version.Transition::isCreation);
    if (creation.isPresent()) {
      scheduler.at(creation.get().until(), () -> run(request, whenDone));
    } else if (resolved.isEmpty()) {
      whenDone.accept(new Run.Gone());
    } else {
      start(request, resolved.get(), now, run -> done(request, run, whenDone));
    }
  }

  private void done(Request request, Run run, Consumer<Run> whenDone) {
    if (run instanceof Run.Ended ended) {
      observer.ended(request.arn(), ended.attempt(), ended.configuration());
    } else if (run instanceof Run.NotStarted not) {
      observer.ended(request.arn(), not.attempt(), not.configuration());
    } else if (run instanceof Run.Throttled throttled) {
      observer.throttled(request.arn(), throttled.throttle());
    }
    whenDone.accept(run);
  }

  private Optional<Resolved> resolve(Request request, Instant now) {
    if (request.era() != state.era()) {
      return Optional.empty();
    }
    double draw =
        request.arn().qualifier() instanceof Qualifier.Alias
            ? draws.unit(request.requestId(), request.attempt(), "alias weight")
            : 0;
    return state
        .functions()
        .find(request.arn())
        .flatMap(
            function ->
                function
                    .resolve(request.arn().qualifier(), draw)
                    .map(version -> new Resolved(function, version, version.configurationAt(now))));
  }

  private void start(Request request, Resolved resolved, Instant started, Consumer<Run> whenDone) {
    Concurrency.Answer answer =
        concurrency.enter(
            resolved.function(),
            resolved.version(),
            provisioned.room(resolved.function(), resolved.version(), started));
    if (answer.throttle().isPresent()) {
      whenDone.accept(new Run.Throttled(answer.throttle().get(), resolved.configuration()));
      return;
    }
    Concurrency.Permit permit = answer.permit().orElseThrow();
    if (!Runtimes.isNode(resolved.configuration().runtime())) {
      permit.end();
      InvocationReport report =
          NeverStarted.ofForeignRuntime(request.arn(), resolved.configuration().runtime());
      whenDone.accept(ended(request, resolved, started, report));
      return;
    }
    EnvironmentPool.Key key =
        new EnvironmentPool.Key(resolved.function().arn(), resolved.version().number());
    Optional<ExecutionEnvironment> idle = idle(key, resolved.configuration(), permit);
    activity.invocationBegins();
    execute(
        request,
        resolved,
        new Place(key, idle, permit.isProvisioned()),
        started,
        run -> {
          permit.end();
          try {
            whenDone.accept(run);
          } finally {
            activity.invocationEnds();
          }
        });
  }

  private Optional<ExecutionEnvironment> idle(
      EnvironmentPool.Key key, FunctionConfiguration configuration, Concurrency.Permit permit) {
    Optional<ExecutionEnvironment> ready =
        permit.isProvisioned() ? provisioned.take(key, configuration) : Optional.empty();
    return ready.or(() -> pool.take(key, configuration));
  }

  /**
   * Where it runs.
   *
   * @param idle empty where an environment is to be started
   * @param isProvisioned whether one that is started is no growth of the function
   */
  private record Place(
      EnvironmentPool.Key key, Optional<ExecutionEnvironment> idle, boolean isProvisioned) {}

  private void execute(
      Request request, Resolved resolved, Place place, Instant started, Consumer<Run> whenDone) {
    Consumer<InvocationReport> ended =
        report -> whenDone.accept(ended(request, resolved, started, report));
    if (place.idle().isPresent()) {
      runIn(place.idle().get(), place.key(), resolved.configuration(), request, ended);
      return;
    }
    Consumer<ExecutionEnvironment> run =
        environment -> runIn(environment, place.key(), resolved.configuration(), request, ended);
    pending.enter(
        new PendingStarts.Pending(
            place.key(),
            resolved.configuration(),
            run,
            () -> startOne(request, resolved, place, started, run, notRun(whenDone))));
  }

  /** Nothing begins of a start that came to nothing, so another may have the room. */
  private Consumer<Run> notRun(Consumer<Run> whenDone) {
    return run -> {
      try {
        whenDone.accept(run);
      } finally {
        pending.startNext();
      }
    };
  }

  private void startOne(
      Request request,
      Resolved resolved,
      Place place,
      Instant started,
      Consumer<ExecutionEnvironment> run,
      Consumer<Run> whenNot) {
    FunctionConfiguration configuration = resolved.configuration();
    if (!place.isProvisioned() && !scaling.grow(place.key().function(), scheduler.instant())) {
      whenNot.accept(new Run.Throttled(Throttle.SCALING_RATE, configuration));
      return;
    }
    starter.start(
        place.key(),
        configuration,
        InitializationType.ON_DEMAND,
        run,
        failure ->
            whenNot.accept(
                new Run.NotStarted(
                    attempt(request, resolved, started, NeverStarted.ofFailure(failure)),
                    configuration)));
  }

  private Run ended(Request request, Resolved resolved, Instant started, InvocationReport report) {
    return new Run.Ended(attempt(request, resolved, started, report), resolved.configuration());
  }

  private Attempt attempt(
      Request request, Resolved resolved, Instant started, InvocationReport report) {
    return new Attempt(
        request.attempt(),
        request.requestId(),
        resolved.version().number(),
        started,
        scheduler.instant(),
        report);
  }

  private void runIn(
      ExecutionEnvironment environment,
      EnvironmentPool.Key key,
      FunctionConfiguration configuration,
      Request request,
      Consumer<InvocationReport> ended) {
    environment.invoke(
        new Invocation(
            request.requestId(),
            request.attempt(),
            request.arn().toString(),
            request.payload(),
            request.clientContext(),
            chains.begin(request)),
        report -> {
          giveBack(environment, key, configuration, request.era());
          ended.accept(report);
        });
  }

  private void giveBack(
      ExecutionEnvironment environment,
      EnvironmentPool.Key key,
      FunctionConfiguration configuration,
      int takenIn) {
    if (provisioned.giveBack(environment)) {
      return;
    }
    Optional<PendingStarts.Pending> next =
        pool.keepsNone() ? Optional.empty() : pending.take(key, configuration, environment);
    if (next.isPresent()) {
      next.get().run().accept(environment);
    } else {
      pool.giveBack(key, configuration, environment, takenIn);
    }
  }

  /** Closes all idle environments, and later those whose invocation began before this era. */
  void closeIdle(int era) {
    provisioned.clear();
    pool.closeIdle(era);
  }

  @Override
  public void close() {
    provisioned.close();
    pool.close();
  }
}
