package io.pushsim.benchmark;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.function.Version;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.time.Draws;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What routing one notification costs, from the bucket's name to the version that is to run, with
 * few and with many functions and buckets.
 */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// A heap that holds the 100,000 at ease: what is asked for is routing, not the collector.
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 8, time = 2)
public class RoutingBenchmark {
  @Param({"10", "100000"})
  public int size = 10;

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Draws draws = new Draws(1);
  private State state = State.empty();
  private String bucketName = "";

  @Setup
  public void register() {
    state = RoutingWorld.of(size).state();
    bucketName = RoutingWorld.bucket(size / 2);
  }

  /** Matches, decides and resolves. */
  @Benchmark
  public Optional<Version> route() {
    Bucket bucket = state.buckets().require(bucketName);
    TargetConfiguration target =
        bucket
            .notificationConfiguration()
            .match(EventType.OBJECT_CREATED_PUT, "images/cat.png")
            .get(0);
    FunctionArn arn = FunctionArn.parse(target.target()).orElseThrow();
    AccessRequest request = AccessRequest.push(bucket.arn(), bucket.ownerAccount(), arn);
    if (!state.policies().decide(arn, request, NOW).isAllowed()) {
      return Optional.empty();
    }
    return state
        .functions()
        .require(arn)
        .resolve(arn.qualifier(), draws.unit("delivery", 1, "alias weight"));
  }
}
