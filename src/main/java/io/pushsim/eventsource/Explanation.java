package io.pushsim.eventsource;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.Bucket;
import io.pushsim.policy.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What would come of an event, and why.
 *
 * @param bucket as pushsim knows it; empty where it does not
 * @param unmatched why no notification configuration wants the event, where none does
 */
public record Explanation(
    Optional<Bucket> bucket, Optional<String> unmatched, List<Target> targets) {
  public Explanation {
    targets = List.copyOf(targets);
  }

  /**
   * One target that would be pushed at.
   *
   * @param configurationId empty for a target that was asked for and is in no configuration
   * @param failing what would become of the event where it fails; empty where the function is not
   *     there
   * @param candidates the versions that could run, with their chances; none where the function,
   *     version or alias is not there
   */
  public record Target(
      Optional<String> configurationId,
      FunctionArn arn,
      Decision decision,
      Optional<Failing> failing,
      List<Candidate> candidates) {
    public Target {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * What becomes of an event whose handler fails or cannot be run, by the qualifier's
   * EventInvokeConfig and Lambda's defaults.
   *
   * @param retries how often the handler is run again
   * @param age how old the event may get
   */
  public record Failing(
      int retries, Duration age, Optional<String> onSuccess, Optional<String> onFailure) {}

  /**
   * A version that could run.
   *
   * @param weight the part of the invocations that run it, from 0 to 1
   * @param deadLetterTarget where its failures go, too
   */
  public record Candidate(String version, double weight, Optional<String> deadLetterTarget) {}
}
