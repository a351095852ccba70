package io.pushsim.eventsource;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.eventsource.Explanation.Candidate;
import io.pushsim.eventsource.Explanation.Failing;
import io.pushsim.eventsource.Explanation.Target;
import io.pushsim.function.Alias;
import io.pushsim.function.EventInvokeConfig;
import io.pushsim.function.LambdaFunction;
import io.pushsim.invocation.RetryRules;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Says what would come of an event, as {@link EventRouter} would do it, and does nothing. */
public final class PushExplainer {
  private final State state;
  private final InstantSource clock;

  public PushExplainer(State state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * What would come of an event by the bucket's notification configuration.
   *
   * @param key the object's key itself, not URL-encoded
   */
  public Explanation explain(String bucketName, EventType type, String key) {
    Optional<Bucket> bucket = state.buckets().find(bucketName);
    List<TargetConfiguration> targets =
        bucket.map(found -> found.notificationConfiguration().match(type, key)).orElse(List.of());
    return new Explanation(
        bucket,
        targets.isEmpty()
            ? Optional.of(Unmatched.reason(bucketName, type, bucket))
            : Optional.empty(),
        targets.stream().map(target -> configured(target, bucket.orElseThrow())).toList());
  }

  /**
   * What would come of an event if the bucket notified this one target.
   *
   * @throws io.pushsim.error.SimulatorException NoSuchBucket: without its owner nothing can be
   *     decided
   */
  public Explanation explain(String bucketName, FunctionArn target) {
    Bucket bucket = state.buckets().require(bucketName);
    return new Explanation(
        Optional.of(bucket),
        Optional.empty(),
        List.of(explained(Optional.empty(), target, bucket)));
  }

  private Target configured(TargetConfiguration target, Bucket bucket) {
    return explained(
        Optional.of(target.id()), FunctionArn.parse(target.target()).orElseThrow(), bucket);
  }

  private Target explained(Optional<String> configurationId, FunctionArn arn, Bucket bucket) {
    Optional<LambdaFunction> function = state.functions().find(arn);
    return new Target(
        configurationId,
        arn,
        state
            .policies()
            .decide(
                arn, AccessRequest.push(bucket.arn(), bucket.ownerAccount(), arn), clock.instant()),
        function.map(found -> failing(found.settings().eventInvoke(arn.qualifier()))),
        function.map(found -> candidates(found, arn.qualifier())).orElse(List.of()));
  }

  private static Failing failing(Optional<EventInvokeConfig> config) {
    RetryRules rules = new RetryRules(config);
    return new Failing(
        rules.retries(),
        rules.age(),
        config.flatMap(EventInvokeConfig::onSuccess),
        config.flatMap(EventInvokeConfig::onFailure));
  }

  private static List<Candidate> candidates(LambdaFunction function, Qualifier qualifier) {
    if (qualifier instanceof Qualifier.Alias alias) {
      return function
          .alias(alias.name())
          .map(found -> candidates(function, found))
          .orElse(List.of());
    }
    return function
        .described(qualifier)
        .map(version -> candidate(function, version.number(), 1))
        .stream()
        .toList();
  }

  private static List<Candidate> candidates(LambdaFunction function, Alias alias) {
    if (alias.additional().isEmpty()) {
      return List.of(candidate(function, alias.functionVersion(), 1));
    }
    Alias.AdditionalVersion additional = alias.additional().get();
    return List.of(
        candidate(function, alias.functionVersion(), rest(additional.weight())),
        candidate(function, additional.version(), additional.weight()));
  }

  private static Candidate candidate(LambdaFunction function, String version, double weight) {
    return new Candidate(
        version,
        weight,
        function.version(version).flatMap(found -> found.configuration().deadLetterTarget()));
  }

  /** What is left of 1, as a person would write it: 0.9, not 0.9000000000000000222. */
  private static double rest(double weight) {
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(weight)).doubleValue();
  }
}
