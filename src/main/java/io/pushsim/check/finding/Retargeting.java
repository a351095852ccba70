package io.pushsim.check.finding;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.KnownFunction;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.mending.RuleDraft;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.function.Version;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets a rule name an alias instead of what it names. */
final class Retargeting {
  private static final String NEW_ALIAS = "live";

  private final Case setUp;

  Retargeting(Case setUp) {
    this.setUp = setUp;
  }

  /** The alias, its grant, the rule, and what is of no use any more. */
  List<MendingStep> toAlias(BucketRule rule, FunctionArn former) {
    NotifyingBucket bucket = setUp.bucketOf(rule);
    List<MendingStep> steps = new ArrayList<>();
    Optional<FunctionArn> existing = aliasOf(former, bucket);
    FunctionArn alias =
        existing.orElseGet(() -> former.withQualifier(new Qualifier.Alias(newName(former))));
    if (existing.isEmpty()) {
      steps.add(new MendingStep.CreateAlias(alias, versionOf(former)));
    }
    Verdict verdict = setUp.decider().decide(bucket, alias);
    if (!verdict.isAllowed()) {
      verdict.decision().remedies().stream()
          .filter(Remedy.AddPermission.class::isInstance)
          .map(Remedy.AddPermission.class::cast)
          .forEach(remedy -> steps.add(new MendingStep.AddGrant(alias, remedy.permission())));
    }
    steps.add(withTarget(bucket, rule, alias));
    steps.addAll(obsolete(rule, former));
    return steps;
  }

  private static MendingStep withTarget(
      NotifyingBucket bucket, BucketRule changed, FunctionArn alias) {
    RuleDraft mended = RuleDraft.of(changed).withTarget(alias.toString());
    return new MendingStep.PutRules(
        bucket,
        bucket.rules().stream()
            .map(rule -> rule.equals(changed) ? mended : RuleDraft.of(rule))
            .toList(),
        List.of(mended));
  }

  // The alias of the version that is named; else one that S3 may invoke; else any of a version.
  private Optional<FunctionArn> aliasOf(FunctionArn former, NotifyingBucket bucket) {
    List<FunctionArn> aliases = new ArrayList<>();
    setUp
        .inventory()
        .functions()
        .find(former)
        .map(KnownFunction::aliases)
        .orElse(Map.of())
        .forEach(
            (name, alias) -> {
              String version = setUp.inventory().reading().of(alias.functionVersion());
              boolean fits =
                  former.qualifier() instanceof Qualifier.Version named
                      ? version.equals(named.number())
                      : !version.equals(Version.LATEST);
              if (fits && !isForTrials(alias)) {
                aliases.add(former.withQualifier(new Qualifier.Alias(name)));
              }
            });
    return aliases.stream()
        .filter(alias -> setUp.decider().decide(bucket, alias).isAllowed())
        .findFirst()
        .or(() -> aliases.stream().findFirst());
  }

  private boolean isForTrials(DeclaredAlias alias) {
    return AliasNames.isForTrials(setUp.inventory().reading().of(alias.name()));
  }

  private String newName(FunctionArn function) {
    Set<String> taken =
        setUp
            .inventory()
            .functions()
            .find(function)
            .map(found -> found.aliases().keySet())
            .orElse(Set.of());
    String name = NEW_ALIAS;
    for (int number = 2; taken.contains(name); number++) {
      name = NEW_ALIAS + number;
    }
    return name;
  }

  private Optional<String> versionOf(FunctionArn former) {
    return former.qualifier() instanceof Qualifier.Version named
            && !setUp.inventory().isMissing(former)
        ? Optional.of(named.number())
        : Optional.empty();
  }

  // Grants on the former target that were for this bucket, where no other rule names it.
  private List<MendingStep> obsolete(BucketRule rule, FunctionArn former) {
    if (setUp.rulesOn(former).size() > 1) {
      return List.of();
    }
    NotifyingBucket bucket = setUp.bucketOf(rule);
    return setUp
        .inventory()
        .policies()
        .of(former)
        .map(TargetPolicy::statements)
        .orElse(List.of())
        .stream()
        .filter(placed -> isForBucketAlone(placed, bucket))
        .<MendingStep>map(MendingStep.RemoveGrant::new)
        .toList();
  }

  private static boolean isForBucketAlone(PlacedStatement placed, NotifyingBucket bucket) {
    return PermissionRequest.of(placed.statement())
        .flatMap(permission -> permission.sourceArn())
        .filter(bucket.arn().toString()::equals)
        .isPresent();
  }
}
