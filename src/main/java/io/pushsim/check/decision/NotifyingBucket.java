package io.pushsim.check.decision;

import io.pushsim.arn.Arn;
import io.pushsim.arn.Partition;
import io.pushsim.check.setup.DeclaredBucket;
import java.util.List;
import java.util.Optional;

/**
 * A bucket with its rules, in the plain reading.
 *
 * @param owner the account that owns it
 * @param declared where an input declares it; empty where inputs only speak of it
 * @param configured whether the inputs tell all its rules, be it that there are none
 */
public record NotifyingBucket(
    String name,
    String owner,
    String region,
    Optional<DeclaredBucket> declared,
    boolean configured,
    List<BucketRule> rules) {
  public NotifyingBucket {
    rules = List.copyOf(rules);
  }

  public Arn arn() {
    return Arn.ofBucket(Partition.ofRegion(region), name);
  }
}
