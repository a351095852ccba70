package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Runtimes;
import io.pushsim.function.Version;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionVersion;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The only way to a function: a push is authorized on the exact ARN that it names, then the ARN is
 * resolved to a version, then the version is executed.
 */
public final class FrontDoor implements AutoCloseable {
  private final State state;
  private final CodePackages code;
  private final Function<FunctionVersion, ExecutionEnvironment> starter;
  private final Scheduler scheduler;
  private final Draws draws;
  private final Ids ids;
  private final Executor starting;
  private final EnvironmentPool pool;
  private final InvocationObserver observer;
  private final Activity activity = new Activity();

  /**
   * @param starter makes an execution environment
   * @param starting where one is made, which may mean to unpack its code: not an event loop
   * @param observer gets told what passes
   * @param idleCode how many bytes of unpacked packages idle environments may hold together
   */
  public FrontDoor(
      State state,
      CodePackages code,
      Function<FunctionVersion, ExecutionEnvironment> starter,
      Scheduler scheduler,
      Draws draws,
      Ids ids,
      Executor starting,
      InvocationObserver observer,
      long idleCode) {
    this.state = state;
    this.code = code;
    this.starter = starter;
    this.scheduler = scheduler;
    this.draws = draws;
    this.ids = ids;
    this.starting = starting;
    this.observer = observer;
    this.pool = new EnvironmentPool(idleCode);
  }

  /**
   * A notification for one target.
   *
   * @param deliveryId a fresh one
   * @param request what the target's policy is asked
   */
  public record Push(
      String deliveryId,
      String eventId,
      String configurationId,
      FunctionArn target,
      String payload,
      AccessRequest request) {

    private Delivery delivery(Decision decision, List<Attempt> attempts) {
      return new Delivery(
          deliveryId, eventId, configurationId, target, payload, decision, attempts);
    }
  }

  /** Who is told how a push goes. */
  public interface PushWitness {
    /** It was let pass. */
    void begun(Delivery delivery);

    /** It has come to its end; what is denied has had no beginning. */
    void ended(Delivery delivery);
  }

  /** Pushes: decides now, and if allowed runs the version. */
  public void push(Push push, PushWitness witness) {
    Decision decision = state.policies().decide(push.target(), push.request(), scheduler.instant());
    observer.decided(push.target(), decision.kind());
    if (!decision.isAllowed()) {
      witness.ended(push.delivery(decision, List.of()));
      return;
    }
    witness.begun(push.delivery(decision, List.of()));
    run(
        request(push.target(), push.deliveryId(), push.payload(), Optional.empty()),
        attempt -> witness.ended(push.delivery(decision, attempt.stream().toList())));
  }

  /**
   * Runs a function for a caller who may, and hands over the run, on whatever thread it ended; or
   * none, where the function that the caller has seen is gone in the meantime.
   */
  public void invoke(
      FunctionArn arn,
      String payload,
      Optional<String> clientContext,
      Consumer<Optional<Attempt>> whenDone) {
    run(request(arn, ids.get().toString(), payload, clientContext), whenDone);
  }

  /**
   * Runs a function once, soon, for a caller who may and does not wait.
   *
   * @return the request's id
   */
  public String invokeLater(FunctionArn arn, String payload) {
    Request request = request(arn, ids.get().toString(), payload, Optional.empty());
    activity.invocationBegins();
    scheduler.at(
        scheduler.instant(),
        () -> {
          try {
            run(request, attempt -> {});
          } finally {
            activity.invocationEnds();
          }
        });
    return request.requestId();
  }

  /** How many invocations run or are about to; those that wait for a later time are not counted. */
  public int active() {
    return activity.invocations();
  }

  /** What is under way; who brings events to the door counts them there. */
  public Activity activity() {
    return activity;
  }

  /**
   * Closes all idle execution environments, and later those whose invocation began before the
   * state's era.
   */
  public void closeIdle() {
    pool.closeIdle(state.era());
  }

  /**
   * What is to be run.
   *
   * @param era the state's when it was asked for: in a later one its function is another's
   */
  private record Request(
      FunctionArn arn, String requestId, String payload, Optional<String> clientContext, int era) {}

  private Request request(
      FunctionArn arn, String requestId, String payload, Optional<String> clientContext) {
    return new Request(arn, requestId, payload, clientContext, state.era());
  }

  private record Resolved(
      LambdaFunction function, Version version, FunctionConfiguration configuration) {}

  /**
   * Waits while the version is being created (recorded:
   * test_async_invoke_queue_upon_function_update), then executes it.
   */
  private void run(Request request, Consumer<Optional<Attempt>> whenDone) {
    Instant now = scheduler.instant();
    Optional<Resolved> resolved = resolve(request, now);
    Optional<Version.Transition> creation =
        resolved
            .flatMap(found -> found.version().underWay(now))
            .filter(Version.Transition::isCreation);
    if (creation.isPresent()) {
      scheduler.at(creation.get().until(), () -> run(request, whenDone));
    } else if (resolved.isEmpty()) {
      whenDone.accept(Optional.empty());
    } else {
      execute(request, resolved.get(), now, attempt -> done(request, attempt, whenDone));
    }
  }

  private void done(Request request, Attempt attempt, Consumer<Optional<Attempt>> whenDone) {
    observer.ended(request.arn(), attempt);
    whenDone.accept(Optional.of(attempt));
  }

  private Optional<Resolved> resolve(Request request, Instant now) {
    if (request.era() != state.era()) {
      return Optional.empty();
    }
    double draw =
        request.arn().qualifier() instanceof Qualifier.Alias
            ? draws.unit(request.requestId(), 1, "alias weight")
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

  private void execute(
      Request request, Resolved resolved, Instant started, Consumer<Attempt> whenDone) {
    Version version = resolved.version();
    FunctionConfiguration configuration = resolved.configuration();
    if (!Runtimes.isNode(configuration.runtime())) {
      whenDone.accept(
          new Attempt(
              1,
              request.requestId(),
              version.number(),
              started,
              started,
              NeverStarted.ofForeignRuntime(request.arn(), configuration.runtime())));
      return;
    }
    activity.invocationBegins();
    Consumer<InvocationReport> ended =
        report -> {
          try {
            whenDone.accept(
                new Attempt(
                    1,
                    request.requestId(),
                    version.number(),
                    started,
                    scheduler.instant(),
                    report));
          } finally {
            activity.invocationEnds();
          }
        };
    EnvironmentPool.Key key = new EnvironmentPool.Key(resolved.function().arn(), version.number());
    Optional<ExecutionEnvironment> idle = pool.take(key, configuration);
    if (idle.isPresent()) {
      runIn(idle.get(), key, configuration, request, ended);
    } else {
      starting.execute(() -> runInNew(resolved, key, configuration, request, ended));
    }
  }

  private void runInNew(
      Resolved resolved,
      EnvironmentPool.Key key,
      FunctionConfiguration configuration,
      Request request,
      Consumer<InvocationReport> ended) {
    ExecutionEnvironment environment;
    try {
      environment = starter.apply(described(resolved));
    } catch (RuntimeException | OutOfMemoryError e) {
      ended.accept(
          NeverStarted.report("Pushsim.EnvironmentNotStarted", String.valueOf(e.getMessage())));
      return;
    }
    runIn(environment, key, configuration, request, ended);
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
            1,
            request.arn().toString(),
            request.payload(),
            request.clientContext()),
        report -> {
          pool.giveBack(key, configuration, environment, request.era());
          ended.accept(report);
        });
  }

  private FunctionVersion described(Resolved resolved) {
    FunctionArn arn = resolved.function().arn();
    FunctionConfiguration configuration = resolved.configuration();
    return new FunctionVersion(
        arn.account(),
        arn.region(),
        arn.functionName(),
        resolved.version().number(),
        configuration.runtime(),
        configuration.handler(),
        Duration.ofSeconds(configuration.timeout()),
        configuration.memorySize(),
        configuration.ephemeralStorage(),
        configuration.environment().orElse(Map.of()),
        configuration.loggingConfig().logGroup(),
        configuration.loggingConfig().logFormat(),
        code.get(configuration.code()));
  }

  @Override
  public void close() {
    pool.close();
  }
}
