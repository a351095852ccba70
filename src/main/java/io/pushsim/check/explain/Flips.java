package io.pushsim.check.explain;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.decision.Decider;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.mending.Mender;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.ActionElement;
import io.pushsim.policy.Condition;
import io.pushsim.policy.Decision;
import io.pushsim.policy.Effect;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyEvaluator;
import io.pushsim.policy.PrincipalElement;
import io.pushsim.policy.Remedy;
import io.pushsim.policy.Statement;
import io.pushsim.policy.StatementElement;
import io.pushsim.policy.StatementWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the smallest change that turns a decision. */
final class Flips {
  private final Inventory inventory;
  private final NotifyingBucket bucket;
  private final FunctionArn target;
  private final AccessRequest request;
  private final Mender mender;

  Flips(Inventory inventory, NotifyingBucket bucket, FunctionArn target) {
    this.inventory = inventory;
    this.bucket = bucket;
    this.target = target;
    this.request = Decider.push(bucket, target);
    this.mender = new Mender(inventory);
  }

  Optional<TargetWalk.Flip> of(Verdict verdict, List<TargetWalk.Statement> statements) {
    if (verdict.isUnknown()) {
      return Optional.empty();
    }
    return verdict.isAllowed()
        ? closing(statements)
        : oneElement(verdict, statements).or(() -> opening(verdict, statements));
  }

  // All that allow have to go.
  private Optional<TargetWalk.Flip> closing(List<TargetWalk.Statement> statements) {
    List<PlacedStatement> allowing =
        statements.stream()
            .filter(statement -> statement.walk().matches())
            .map(TargetWalk.Statement::placed)
            .filter(placed -> placed.statement().effect() == Effect.ALLOW)
            .toList();
    return flip(
        "Without %s S3 may not invoke %s for %s."
            .formatted(
                String.join(" and ", allowing.stream().map(PlacedStatement::title).toList()),
                target.shortName(),
                bucket.name()),
        allowing.stream().<MendingStep>map(MendingStep.RemoveGrant::new).toList());
  }

  // A statement that fails by a single element, which AddPermission can write as it should be.
  private Optional<TargetWalk.Flip> oneElement(
      Verdict verdict, List<TargetWalk.Statement> statements) {
    if (verdict.decision().kind() == Decision.Kind.EXPLICIT_DENY) {
      return Optional.empty();
    }
    for (TargetWalk.Statement statement : statements) {
      List<StatementWalk.Step> mismatches = statement.walk().mismatches();
      Optional<PermissionRequest> made =
          mismatches.size() == 1 && statement.placed().statement().effect() == Effect.ALLOW
              ? PermissionRequest.of(statement.placed().statement())
              : Optional.empty();
      Optional<PermissionRequest> mended =
          made.flatMap(permission -> mended(permission, mismatches.get(0).element()));
      if (mended.isPresent() && opens(statements, statement, mended.get())) {
        return flip(
            "In %s let %s be %s instead of %s."
                .formatted(
                    statement.placed().title(),
                    mismatches.get(0).name(),
                    mismatches.get(0).actual(),
                    mismatches.get(0).expected()),
            List.of(new MendingStep.ReplaceGrant(statement.placed(), mended.get())));
      }
    }
    return Optional.empty();
  }

  private Optional<PermissionRequest> mended(
      PermissionRequest permission, StatementElement element) {
    if (element instanceof PrincipalElement) {
      return Optional.of(permission.to(request.principal().grantee()));
    }
    if (element instanceof ActionElement) {
      return Optional.of(permission.allowing(request.action()));
    }
    if (element instanceof Condition condition) {
      if (condition.key().equalsIgnoreCase(AccessRequest.SOURCE_ARN)) {
        return Optional.of(
            permission.from(Optional.of(bucket.arn().toString()), permission.sourceAccount()));
      }
      if (condition.key().equalsIgnoreCase(AccessRequest.SOURCE_ACCOUNT)) {
        return Optional.of(permission.from(permission.sourceArn(), Optional.of(bucket.owner())));
      }
    }
    return Optional.empty();
  }

  private boolean opens(
      List<TargetWalk.Statement> statements,
      TargetWalk.Statement former,
      PermissionRequest mended) {
    List<Statement> others = new ArrayList<>();
    for (TargetWalk.Statement statement : statements) {
      others.add(
          statement.equals(former) ? mended.statementOn(target) : statement.placed().statement());
    }
    return PolicyEvaluator.decide(Optional.of(PolicyDocument.of(others)), request).isAllowed();
  }

  private Optional<TargetWalk.Flip> opening(
      Verdict verdict, List<TargetWalk.Statement> statements) {
    List<MendingStep> steps = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    if (inventory.isMissing(target)) {
      if (!(target.qualifier() instanceof Qualifier.Alias)) {
        return flip(
            "There is no %s: let the rule name what there is.".formatted(target.shortName()),
            List.of());
      }
      sentences.add("There is no %s: create it.".formatted(target.shortName()));
      steps.add(new MendingStep.CreateAlias(target, inventory.newestVersion(target)));
    }
    for (Remedy remedy : verdict.decision().remedies()) {
      sentences.add(remedy.sentence());
      if (remedy instanceof Remedy.AddPermission add) {
        steps.add(new MendingStep.AddGrant(target, add.permission()));
      } else if (remedy instanceof Remedy.RemovePermission remove) {
        statements.stream()
            .map(TargetWalk.Statement::placed)
            .filter(
                placed -> placed.statement().sid().filter(remove.statementId()::equals).isPresent())
            .forEach(placed -> steps.add(new MendingStep.RemoveGrant(placed)));
      }
    }
    return sentences.isEmpty() ? Optional.empty() : flip(String.join(" ", sentences), steps);
  }

  private Optional<TargetWalk.Flip> flip(String sentence, List<MendingStep> steps) {
    return Optional.of(
        new TargetWalk.Flip(inventory.reading().shown(sentence), mender.commands(steps)));
  }
}
