package io.pushsim.check.finding;

import io.pushsim.arn.Arn;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.Principal;
import java.util.Optional;

/** Makes of a grant that means a bucket, and misses it, the grant that was meant. */
final class SourceRepair {
  private final Inventory inventory;

  SourceRepair(Inventory inventory) {
    this.inventory = inventory;
  }

  /** The bucket that a source ARN means, be it written as no bucket's ARN is. */
  static Optional<String> bucketNamed(Optional<String> sourceArn) {
    return sourceArn
        .flatMap(Arn::parse)
        .filter(arn -> arn.service().equals("s3"))
        .map(arn -> arn.resource().split("/", 2)[0])
        .filter(name -> !name.isEmpty());
  }

  /** The bucket that the inputs have by the name that a source ARN means. */
  Optional<NotifyingBucket> bucketMeant(Optional<String> sourceArn) {
    return bucketNamed(sourceArn).flatMap(inventory::bucket);
  }

  /**
   * The grant to S3 for exactly the bucket and its owner. The owner of a bucket that no input has
   * is taken to be the function's account.
   */
  PermissionRequest repaired(PlacedStatement statement, PermissionRequest permission) {
    String owner =
        bucketMeant(permission.sourceArn())
            .map(NotifyingBucket::owner)
            .or(permission::sourceAccount)
            .orElse(statement.target().account());
    return PermissionRequest.of(
            permission.statementId(), permission.action(), Principal.S3.grantee())
        .from(bucketArn(statement, permission.sourceArn()), Optional.of(owner));
  }

  /** The ARN of the bucket that a source ARN means; empty where it means none. */
  Optional<String> bucketArn(PlacedStatement statement, Optional<String> sourceArn) {
    return bucketMeant(sourceArn)
        .map(NotifyingBucket::arn)
        .or(
            () ->
                bucketNamed(sourceArn)
                    .map(name -> new Arn(statement.target().partition(), "s3", "", "", name)))
        .map(Arn::toString);
  }
}
