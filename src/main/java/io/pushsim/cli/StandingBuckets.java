package io.pushsim.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Makes the buckets that stand before the first call, as their owners would by CreateBucket: at the
 * start, and again where everything is gone.
 *
 * @param region where they are
 */
record StandingBuckets(List<StandingBucket> buckets, String region, Simulator simulator) {
  StandingBuckets {
    buckets = List.copyOf(buckets);
  }

  /**
   * Makes those that are not there.
   *
   * @return completes once they are durable; fails with a {@link SimulatorException} where one
   *     belongs to somebody else, or cannot be
   */
  CompletionStage<Void> make() {
    CompletionStage<Void> made = CompletableFuture.completedFuture(null);
    for (StandingBucket bucket : buckets) {
      made = made.thenCompose(before -> make(bucket));
    }
    return made;
  }

  private CompletionStage<Void> make(StandingBucket bucket) {
    Optional<String> owner =
        simulator.state().buckets().find(bucket.name()).map(Bucket::ownerAccount);
    if (owner.isEmpty()) {
      return simulator
          .operations()
          .call(
              "CreateBucket",
              JsonNodeFactory.instance.objectNode().put("Bucket", bucket.name()),
              new Scope(bucket.owner(), region))
          .thenAccept(made -> {});
    }
    return owner.get().equals(bucket.owner())
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(belongsToAnother(bucket, owner.get()));
  }

  private static SimulatorException belongsToAnother(StandingBucket bucket, String owner) {
    return new SimulatorException(
        ErrorCode.RESOURCE_CONFLICT,
        "The bucket '%s' belongs to %s already, so %s cannot own it: delete it, or name its owner."
            .formatted(bucket.name(), owner, bucket.owner()));
  }
}
