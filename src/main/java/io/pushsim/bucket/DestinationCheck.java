package io.pushsim.bucket;

import java.util.Optional;

/**
 * The question that S3 asks before it keeps a configuration: may it notify this target? The answer
 * lies with the target's owner (a function's policy, a queue), outside this room.
 */
@FunctionalInterface
public interface DestinationCheck {
  /** Asks nobody, as {@code SkipDestinationValidation} demands. */
  DestinationCheck SKIPPED = configuration -> Optional.empty();

  /** Why S3 may not notify this target, in S3's own words; empty where it may. */
  Optional<String> refusal(TargetConfiguration configuration);

  /**
   * S3's words for a function that is missing as well as for one that it may not invoke (recorded:
   * test_invalid_lambda_arn).
   */
  static String notAuthorized(String functionArn) {
    return "Not authorized to invoke function [" + functionArn + "]";
  }
}
