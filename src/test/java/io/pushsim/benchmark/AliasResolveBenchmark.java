package io.pushsim.benchmark;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.function.FunctionRegistry;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Resolutions of an alias to a version, a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AliasResolveBenchmark {
  private final FunctionRegistry functions = RoutingWorld.of(1000).state().functions();
  private final FunctionArn target = RoutingWorld.target(500, "PROD");
  private final FunctionArn weighted = RoutingWorld.target(500, "CANARY");
  private final LambdaFunction function = functions.require(target);
  private final Qualifier prod = target.qualifier();
  private final Qualifier canary = weighted.qualifier();
  private double draw;

  /** Another number in [0, 1) each time. */
  private double draw() {
    draw += 0.618_033_988_749_894_9;
    if (draw >= 1) {
      draw -= 1;
    }
    return draw;
  }

  @Benchmark
  public Optional<Version> ofAFunction() {
    return function.resolve(prod, draw());
  }

  @Benchmark
  public Optional<Version> ofAFunctionWeighted() {
    return function.resolve(canary, draw());
  }

  @Benchmark
  public Optional<Version> throughTheRegistry() {
    return functions.require(target).resolve(target.qualifier(), draw());
  }

  @Benchmark
  public Optional<Version> throughTheRegistryWeighted() {
    return functions.require(weighted).resolve(weighted.qualifier(), draw());
  }
}
