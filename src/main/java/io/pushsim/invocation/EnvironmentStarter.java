package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionRuntime;
import io.pushsim.runtime.FunctionVersion;
import io.pushsim.runtime.InitializationType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Starts execution environments, away from event loops: it may mean to unpack code. */
final class EnvironmentStarter {
  private final CodePackages code;
  private final FunctionRuntime runtime;
  private final Executor starting;

  /**
   * @param runtime in which one is made
   * @param starting where one is made: not an event loop
   */
  EnvironmentStarter(CodePackages code, FunctionRuntime runtime, Executor starting) {
    this.code = code;
    this.runtime = runtime;
    this.starting = starting;
  }

  /** Hands over an environment, or why there is none, on a thread that may do what takes time. */
  void start(
      EnvironmentPool.Key key,
      FunctionConfiguration configuration,
      InitializationType type,
      Consumer<ExecutionEnvironment> whenStarted,
      Consumer<Throwable> whenNot) {
    starting.execute(
        () -> {
          ExecutionEnvironment environment;
          try {
            environment = runtime.start(described(key, configuration, type));
          } catch (RuntimeException | OutOfMemoryError e) {
            whenNot.accept(e);
            return;
          }
          whenStarted.accept(environment);
        });
  }

  private FunctionVersion described(
      EnvironmentPool.Key key, FunctionConfiguration configuration, InitializationType type) {
    FunctionArn arn = key.function();
    return new FunctionVersion(
        arn.account(),
        arn.region(),
        arn.functionName(),
        key.version(),
        configuration.runtime(),
        configuration.handler(),
        Duration.ofSeconds(configuration.timeout()),
        configuration.memorySize(),
        configuration.ephemeralStorage(),
        configuration.environment().orElse(Map.of()),
        configuration.loggingConfig(),
        code.get(configuration.code()),
        type);
  }
}
