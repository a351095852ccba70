package io.pushsim.check.finding;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.KnownFunction;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.function.Version;
import java.util.List;

/** Targets that work, and make each release a change of buckets or none at all. */
final class TargetChoices implements Inspection {

  @Override
  public void inspect(Case setUp) {
    for (BucketRule rule : setUp.matrix().rules()) {
      rule.function()
          .filter(target -> !setUp.inventory().isMissing(target))
          .ifPresent(target -> inspect(setUp, rule, target));
    }
    setUp
        .inventory()
        .functions()
        .all()
        .forEach(
            function ->
                function.aliases().forEach((name, alias) -> inspect(setUp, function, name, alias)));
  }

  private static void inspect(Case setUp, BucketRule rule, FunctionArn target) {
    if (target.qualifier() instanceof Qualifier.Version version) {
      setUp.find(
          FindingKind.VERSION_TARGET,
          Case.subject(rule),
          "The %s of %s names version %s of %s: the next version will not be pushed at."
              .formatted(Case.nameOf(rule), rule.bucket(), version.number(), target.functionName()),
          new Retargeting(setUp).toAlias(rule, target));
    } else if (target.qualifier() instanceof Qualifier.Unqualified) {
      setUp.find(
          FindingKind.UNQUALIFIED_TARGET,
          Case.subject(rule),
          "The %s of %s names %s without a qualifier: what is uploaded next runs at once."
              .formatted(Case.nameOf(rule), rule.bucket(), target.functionName()),
          new Retargeting(setUp).toAlias(rule, target));
    }
  }

  private static void inspect(
      Case setUp, KnownFunction function, String name, DeclaredAlias alias) {
    FunctionArn arn = function.arn().withQualifier(new Qualifier.Alias(name));
    boolean inEarnest =
        AliasNames.isForProduction(name)
            || (!AliasNames.isForTrials(name) && !setUp.rulesOn(arn).isEmpty());
    if (inEarnest && alias.functionVersion().known().filter(Version.LATEST::equals).isPresent()) {
      setUp.find(
          FindingKind.ALIAS_TO_LATEST,
          new Case.Subject(alias.origin(), "alias " + arn.shortName()),
          "The alias %s points to $LATEST: what is uploaded next runs at once, and there is nothing to go back to."
              .formatted(arn.shortName()),
          List.of(new MendingStep.PointAliasToNewVersion(arn)));
    }
  }
}
