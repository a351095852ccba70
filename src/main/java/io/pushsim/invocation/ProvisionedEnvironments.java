package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.FunctionRegistry;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.ProvisionedConcurrency;
import io.pushsim.function.Runtimes;
import io.pushsim.function.Version;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.InitializationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The execution environments of versions with provisioned concurrency: initialized before
 * invocations come, one of a version after the other, and kept while that stands. An environment
 * takes memory here, so there are at most {@value #MOST} in all; a version has the rest of what it
 * requested by name only, and invocations start those. Any thread may call.
 */
final class ProvisionedEnvironments implements AutoCloseable {
  static final int MOST = 128;

  private final FunctionRegistry functions;
  private final EnvironmentStarter starter;
  private final InvocationObserver observer;
  private final long mostCode;

  // Guarded by this.
  private final Map<EnvironmentPool.Key, Provision> provisions = new LinkedHashMap<>();
  private final IdentityHashMap<ExecutionEnvironment, Provision> lent = new IdentityHashMap<>();
  private int count;
  private boolean closed;

  /** What a version is to have. */
  private record Wish(FunctionConfiguration configuration, List<ProvisionedConcurrency> requests) {
    private int requested() {
      return requests.stream().mapToInt(ProvisionedConcurrency::requested).sum();
    }
  }

  /**
   * @param mostCode how many bytes the unpacked packages of these environments may take together
   */
  ProvisionedEnvironments(
      FunctionRegistry functions,
      EnvironmentStarter starter,
      InvocationObserver observer,
      long mostCode) {
    this.functions = functions;
    this.starter = starter;
    this.observer = observer;
    this.mostCode = mostCode;
  }

  /** Starts what functions want whose settings were there before. */
  void followAll() {
    functions.provisioned().forEach(this::follow);
  }

  /** Starts or lets go what a function's settings want or want no more. */
  void follow(FunctionArn arn) {
    List<EnvironmentPool.Key> behind = new ArrayList<>();
    synchronized (this) {
      if (closed) {
        return;
      }
      Map<EnvironmentPool.Key, Wish> wishes = wishes(arn);
      releaseOthers(arn, wishes);
      wishes.forEach(this::want);
      behind.addAll(wishes.keySet());
    }
    behind.forEach(this::startNext);
  }

  private Map<EnvironmentPool.Key, Wish> wishes(FunctionArn arn) {
    Map<EnvironmentPool.Key, Wish> wishes = new LinkedHashMap<>();
    functions
        .find(arn)
        .ifPresent(
            function ->
                function
                    .provisioned()
                    .forEach(
                        (number, requests) ->
                            function
                                .version(number)
                                .ifPresent(
                                    version ->
                                        wishes.put(
                                            new EnvironmentPool.Key(arn, number),
                                            new Wish(version.configuration(), requests)))));
    return wishes;
  }

  private void releaseOthers(FunctionArn arn, Map<EnvironmentPool.Key, Wish> wishes) {
    List<EnvironmentPool.Key> gone =
        provisions.entrySet().stream()
            .filter(entry -> entry.getKey().function().equals(arn))
            .filter(entry -> !isWished(entry.getValue(), wishes.get(entry.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    gone.stream().map(provisions::remove).forEach(Provision::release);
  }

  private static boolean isWished(Provision provision, @Nullable Wish wish) {
    return wish != null && provision.isOf(wish.configuration());
  }

  private void want(EnvironmentPool.Key key, Wish wish) {
    Provision provision =
        provisions.computeIfAbsent(key, made -> new Provision(wish.configuration()));
    int others =
        provisions.values().stream().mapToInt(Provision::wanted).sum() - provision.wanted();
    boolean runs = Runtimes.isNode(wish.configuration().runtime());
    provision.want(wish.requests(), runs ? Math.min(wish.requested(), MOST - others) : 0);
  }

  private void startNext(EnvironmentPool.Key key) {
    Provision provision;
    synchronized (this) {
      provision = provisions.get(key);
      if (provision == null || !provision.seesToIt()) {
        return;
      }
    }
    for (Optional<String> id = begin(key, provision); id.isPresent(); id = begin(key, provision)) {
      start(key, provision, id.get());
    }
  }

  private synchronized Optional<String> begin(EnvironmentPool.Key key, Provision provision) {
    if (!provision.begins()) {
      return Optional.empty();
    }
    count++;
    return Optional.of(key.function() + ":" + key.version() + " " + count);
  }

  private void start(EnvironmentPool.Key key, Provision provision, String id) {
    starter.start(
        key,
        provision.configuration(),
        InitializationType.PROVISIONED_CONCURRENCY,
        environment -> initialize(key, provision, environment, id),
        failure -> ended(key, provision::failed));
  }

  private void initialize(
      EnvironmentPool.Key key, Provision provision, ExecutionEnvironment environment, String id) {
    if (!hasRoom(provision, environment)) {
      environment.close();
      ended(key, provision::doWithout);
      return;
    }
    environment.initialize(
        id,
        report -> {
          if (!report.result().isError()) {
            ended(key, () -> provision.started(environment));
          } else {
            observer.notInitialized(key.function(), report, provision.configuration());
            environment.close();
            ended(key, provision::failed);
          }
        });
  }

  private synchronized boolean hasRoom(Provision provision, ExecutionEnvironment environment) {
    long others =
        provisions.values().stream()
            .filter(other -> !other.equals(provision))
            .mapToLong(Provision::codeBytes)
            .sum();
    return others + environment.codeBytes() <= mostCode;
  }

  private void ended(EnvironmentPool.Key key, Runnable outcome) {
    synchronized (this) {
      outcome.run();
    }
    startNext(key);
  }

  /**
   * How many invocations of a version may run in what is provisioned for it: from when it has
   * settled, whether or not all environments are initialized; none where they cannot be.
   */
  synchronized int room(LambdaFunction function, Version version, Instant now) {
    return status(function, version.number()) == ProvisionedStatus.FAILED
        ? 0
        : function.provisionedFor(version, now);
  }

  /** How far the version's environments are that is meant to have some. */
  synchronized ProvisionedStatus status(LambdaFunction function, String version) {
    Provision provision = provisions.get(new EnvironmentPool.Key(function.arn(), version));
    return provision == null ? ProvisionedStatus.READY : provision.status();
  }

  /** An environment that is initialized and free. */
  synchronized Optional<ExecutionEnvironment> take(
      EnvironmentPool.Key key, FunctionConfiguration configuration) {
    Provision provision = provisions.get(key);
    if (provision == null || !provision.isOf(configuration)) {
      return Optional.empty();
    }
    Optional<ExecutionEnvironment> taken = provision.take();
    taken.ifPresent(environment -> lent.put(environment, provision));
    return taken;
  }

  /**
   * Takes an environment back that it gave.
   *
   * @return false where it is none of these
   */
  synchronized boolean giveBack(ExecutionEnvironment environment) {
    Provision provision = lent.remove(environment);
    if (provision == null) {
      return false;
    }
    provision.giveBack(environment);
    return true;
  }

  /** Lets all go, and those in use once they are given back. */
  synchronized void clear() {
    provisions.values().forEach(Provision::release);
    provisions.clear();
  }

  @Override
  public synchronized void close() {
    closed = true;
    clear();
  }
}
