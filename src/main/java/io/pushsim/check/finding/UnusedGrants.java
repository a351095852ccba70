package io.pushsim.check.finding;

import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Condition;
import io.pushsim.policy.Effect;
import java.util.List;
import java.util.Optional;

/** Grants for a bucket that has no rule for their target. */
final class UnusedGrants implements Inspection {

  @Override
  public void inspect(Case setUp) {
    for (TargetPolicy policy : setUp.inventory().policies().all()) {
      for (PlacedStatement statement : policy.statements()) {
        if (statement.statement().effect() == Effect.ALLOW
            && !setUp.isNamed(statement)
            && Permissions.isForS3(statement.statement())) {
          inspect(setUp, statement);
        }
      }
    }
  }

  private static void inspect(Case setUp, PlacedStatement placed) {
    Optional<NotifyingBucket> bucket =
        Permissions.conditionOn(placed.statement(), AccessRequest.SOURCE_ARN)
            .map(Condition::values)
            .map(values -> values.texts())
            .filter(texts -> texts.size() == 1)
            .flatMap(texts -> bucketOf(setUp, texts.get(0)));
    boolean used =
        bucket.isEmpty()
            || !bucket.get().configured()
            || setUp.rulesOn(placed.target()).stream()
                .anyMatch(rule -> rule.bucket().equals(bucket.get().name()))
            || bucket.get().rules().stream()
                .anyMatch(rule -> rule.isForLambda() && rule.function().isEmpty());
    if (!used) {
      setUp.find(
          FindingKind.UNUSED_GRANT,
          Case.subject(placed, List.of()),
          "%s lets %s invoke %s, but no rule of that bucket names it."
              .formatted(
                  Case.capital(placed.title()), bucket.get().name(), placed.target().shortName()),
          List.of(new MendingStep.RemoveGrant(placed)));
    }
  }

  private static Optional<NotifyingBucket> bucketOf(Case setUp, String sourceArn) {
    return new SourceRepair(setUp.inventory()).bucketMeant(Optional.of(sourceArn));
  }
}
