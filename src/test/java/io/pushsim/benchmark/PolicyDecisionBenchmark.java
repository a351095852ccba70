package io.pushsim.benchmark;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Partition;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyEvaluator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions a second on a policy of twenty grants, each for another bucket: the worst case, since
 * every statement is told apart by its last condition only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PolicyDecisionBenchmark {
  private static final FunctionArn TARGET =
      FunctionArn.parse("arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD")
          .orElseThrow();

  /** Exact ARNs as S3 grants have them, or patterns. */
  @Param({"", "*"})
  public String suffix = "";

  private Optional<PolicyDocument> policy = policy("");
  private final AccessRequest last = push("examplebucket-19");
  private final AccessRequest stranger = push("examplebuckex-00");

  @Setup
  public void compile() {
    policy = policy(suffix);
  }

  @Benchmark
  public Decision allowedByTheLastOfTwenty() {
    return PolicyEvaluator.decide(policy, last);
  }

  @Benchmark
  public Decision allowedByNoneOfTwenty() {
    return PolicyEvaluator.decide(policy, stranger);
  }

  /** The request is made anew, as each delivery does. */
  @Benchmark
  public Decision requestedAndAllowedByTheLastOfTwenty() {
    return PolicyEvaluator.decide(policy, push("examplebucket-19"));
  }

  private static AccessRequest push(String bucket) {
    return AccessRequest.push(Arn.ofBucket(Partition.AWS, bucket), "111111111111", TARGET);
  }

  private static Optional<PolicyDocument> policy(String suffix) {
    return Optional.of(
        PolicyDocument.of(
            IntStream.range(0, 20)
                .mapToObj(i -> "arn:aws:s3:::examplebucket-%02d%s".formatted(i, suffix))
                .map(
                    arn ->
                        PermissionRequest.of(
                                "grant-" + arn.hashCode(),
                                AccessRequest.INVOKE_FUNCTION,
                                "s3.amazonaws.com")
                            .from(Optional.of(arn), Optional.of("111111111111"))
                            .statementOn(TARGET))
                .toList()));
  }
}
