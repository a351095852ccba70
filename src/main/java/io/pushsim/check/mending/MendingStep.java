package io.pushsim.check.mending;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.setup.Origin;
import io.pushsim.policy.PermissionRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One step that mends, whatever form it is told in. */
public sealed interface MendingStep {

  /** A grant that is missing. */
  record AddGrant(FunctionArn target, PermissionRequest permission) implements MendingStep {}

  /** A statement that has to go. */
  record RemoveGrant(PlacedStatement statement) implements MendingStep {}

  /** A statement that has to be another one, under its name. */
  record ReplaceGrant(PlacedStatement statement, PermissionRequest permission)
      implements MendingStep {}

  /** A grant that Lambda would refuse and that has to be written otherwise. */
  record CorrectGrant(Origin origin, FunctionArn target, PermissionRequest permission)
      implements MendingStep {}

  /**
   * A rule that has to be another one.
   *
   * @param change what it becomes; one without events is to go
   * @param retargets whether it then names another target, which must be there first
   */
  record ChangeRule(
      NotifyingBucket bucket, BucketRule rule, UnaryOperator<RuleDraft> change, boolean retargets)
      implements MendingStep {}

  /**
   * A notification configuration that has to be another one: what {@link ChangeRule} comes to
   * together with the other changes of the bucket.
   *
   * @param rules all rules of the bucket
   * @param changed the rules that are not as they were
   */
  record PutRules(NotifyingBucket bucket, List<RuleDraft> rules, List<RuleDraft> changed)
      implements MendingStep {
    public PutRules {
      rules = List.copyOf(rules);
      changed = List.copyOf(changed);
    }
  }

  /**
   * An alias that is missing.
   *
   * @param version what it points to; absent where a version has to be published first
   */
  record CreateAlias(FunctionArn alias, Optional<String> version) implements MendingStep {}

  /** An alias that has to point to a version published now. */
  record PointAliasToNewVersion(FunctionArn alias) implements MendingStep {}

  /** An alias that must not have weights. */
  record ClearWeights(FunctionArn alias) implements MendingStep {}
}
