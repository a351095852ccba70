package io.pushsim.check.finding;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.setup.Symbol;
import io.pushsim.policy.Decision;
import io.pushsim.policy.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules whose target S3 may not invoke, or of which that is not known. */
final class DeadRules implements Inspection {

  @Override
  public void inspect(Case setUp) {
    for (BucketRule rule : setUp.matrix().rules()) {
      if (rule.function().isPresent()) {
        inspect(setUp, rule, rule.function().get());
      } else if (rule.isForLambda() && !rule.declared().target().isKnown()) {
        setUp.find(
            FindingKind.UNKNOWN_DECISION,
            Case.subject(rule),
            "Which function the rule names is not known: its target is %s. %s"
                .formatted(
                    rule.declared().target(),
                    remedies(rule.declared().target().symbols().toList())),
            List.of());
      }
    }
  }

  private static String remedies(List<Symbol> symbols) {
    return symbols.stream().map(Symbol::remedy).distinct().collect(Collectors.joining(" "));
  }

  // One finding for all rules of a bucket on one target: they are mended together.
  private static boolean isFirst(Case setUp, BucketRule rule, FunctionArn target) {
    return setUp.rulesOn(target).stream()
        .filter(other -> other.bucket().equals(rule.bucket()))
        .findFirst()
        .filter(rule::equals)
        .isPresent();
  }

  private static String names(Case setUp, BucketRule rule, FunctionArn target) {
    return setUp.rulesOn(target).stream()
        .filter(other -> other.bucket().equals(rule.bucket()))
        .map(Case::nameOf)
        .collect(Collectors.joining(" and "));
  }

  private static void inspect(Case setUp, BucketRule rule, FunctionArn target) {
    Verdict verdict = setUp.matrix().of(rule).orElseThrow();
    if (target.qualifier().equals(Qualifier.LATEST)) {
      latest(setUp, rule, target);
    } else if (!isFirst(setUp, rule, target)) {
      return;
    } else if (setUp.inventory().isMissing(target)) {
      missing(setUp, rule, target);
    } else if (verdict.isUnknown()) {
      unknown(setUp, rule, target, verdict);
    } else if (verdict.isDenied() && !setUp.isExplained(rule)) {
      denied(setUp, rule, target, verdict);
    }
  }

  private static void latest(Case setUp, BucketRule rule, FunctionArn target) {
    setUp.find(
        FindingKind.LATEST_TARGET,
        Case.subject(rule),
        "%s of %s names %s, on which no grant can be made: S3 may never invoke it."
            .formatted(Case.capital(Case.nameOf(rule)), rule.bucket(), target.shortName()),
        new Retargeting(setUp).toAlias(rule, target));
  }

  private static void missing(Case setUp, BucketRule rule, FunctionArn target) {
    NotifyingBucket bucket = setUp.bucketOf(rule);
    List<MendingStep> mending = new ArrayList<>();
    if (target.qualifier() instanceof Qualifier.Alias) {
      mending.add(new MendingStep.CreateAlias(target, setUp.inventory().newestVersion(target)));
      if (setUp.matrix().of(rule).filter(Verdict::isAllowed).isEmpty()) {
        mending.addAll(grant(setUp, bucket, target));
      }
    } else {
      mending.addAll(new Retargeting(setUp).toAlias(rule, target));
    }
    setUp.find(
        FindingKind.MISSING_TARGET,
        Case.subject(rule),
        "%s of %s names %s, but %s has no such %s%s."
            .formatted(
                Case.capital(names(setUp, rule, target)),
                rule.bucket(),
                target.shortName(),
                target.functionName(),
                target.qualifier() instanceof Qualifier.Version ? "version" : "alias",
                others(setUp, target)),
        mending);
  }

  private static String others(Case setUp, FunctionArn target) {
    return setUp
        .inventory()
        .functions()
        .find(target)
        .map(function -> function.aliases().keySet())
        .filter(names -> !names.isEmpty())
        .map(names -> "; its aliases are " + String.join(", ", names))
        .orElse("");
  }

  private static void unknown(Case setUp, BucketRule rule, FunctionArn target, Verdict verdict) {
    String remedies = remedies(List.copyOf(verdict.dependsOn()));
    setUp.find(
        FindingKind.UNKNOWN_DECISION,
        Case.subject(rule),
        "Whether %s of %s may push at %s is not known: %s. %s"
            .formatted(
                names(setUp, rule, target),
                rule.bucket(),
                target.shortName(),
                verdict.unknown().orElse(""),
                remedies.isEmpty()
                    ? "Give the input that holds it: `aws lambda get-policy --function-name %s%s`."
                        .formatted(
                            target.functionName(),
                            target.qualifier().toString().isEmpty()
                                ? ""
                                : " --qualifier " + target.qualifier())
                    : remedies),
        List.of());
  }

  private static void denied(Case setUp, BucketRule rule, FunctionArn target, Verdict verdict) {
    if (verdict.decision().kind() == Decision.Kind.EXPLICIT_DENY) {
      shadowed(setUp, rule, target, verdict);
      return;
    }
    Optional<PlacedStatement> elsewhere =
        setUp.decider().grantsElsewhere(setUp.bucketOf(rule), target).stream().findFirst();
    if (elsewhere.isPresent()) {
      elsewhere(setUp, rule, target, elsewhere.get());
      return;
    }
    setUp.find(
        FindingKind.TARGET_WITHOUT_GRANT,
        Case.subject(rule),
        "%s of %s names %s, but S3 may not invoke it. %s"
            .formatted(
                Case.capital(names(setUp, rule, target)),
                rule.bucket(),
                target.shortName(),
                reason(verdict.decision())),
        grant(setUp, setUp.bucketOf(rule), target));
  }

  // Of a policy of many statements the nearest alone is of use.
  private static String reason(Decision decision) {
    return decision instanceof Decision.ImplicitDeny denied
        ? denied
            .nearest()
            .map(nearest -> "The nearest of its grants: " + nearest.sentence() + ".")
            .orElseGet(denied::reason)
        : decision.reason();
  }

  private static void shadowed(Case setUp, BucketRule rule, FunctionArn target, Verdict verdict) {
    PlacedStatement deny = verdict.statement().orElseThrow();
    setUp.name(deny);
    List<MendingStep> mending = new ArrayList<>();
    setUp.inventory().policies().of(target).map(TargetPolicy::statements).orElse(List.of()).stream()
        .filter(placed -> denies(verdict.decision(), placed))
        .forEach(placed -> mending.add(new MendingStep.RemoveGrant(placed)));
    verdict.decision().remedies().stream()
        .filter(Remedy.AddPermission.class::isInstance)
        .map(Remedy.AddPermission.class::cast)
        .forEach(remedy -> mending.add(new MendingStep.AddGrant(target, remedy.permission())));
    setUp.find(
        FindingKind.SHADOWING_DENY,
        new Case.Subject(
            deny.origin(),
            "%s of %s for %s".formatted(deny.title(), target.shortName(), rule.bucket()),
            List.of(rule.declared().origin().place())),
        "%s denies what %s of %s needs%s."
            .formatted(
                Case.capital(deny.title()),
                names(setUp, rule, target),
                rule.bucket(),
                mending.size() > 1 ? "" : ", though another statement allows it"),
        mending);
  }

  private static boolean denies(Decision decision, PlacedStatement placed) {
    return decision.remedies().stream()
        .anyMatch(
            remedy ->
                (remedy instanceof Remedy.RemovePermission removed
                        && placed
                            .statement()
                            .sid()
                            .filter(removed.statementId()::equals)
                            .isPresent())
                    || (remedy instanceof Remedy.RewritePolicy rewritten
                        && rewritten.number() == placed.number()));
  }

  private static void elsewhere(
      Case setUp, BucketRule rule, FunctionArn target, PlacedStatement grant) {
    List<MendingStep> mending = new ArrayList<>(grant(setUp, setUp.bucketOf(rule), target));
    if (setUp.rulesOn(grant.target()).isEmpty()) {
      setUp.name(grant);
      mending.add(new MendingStep.RemoveGrant(grant));
    }
    setUp.find(
        FindingKind.GRANT_ELSEWHERE,
        new Case.Subject(
            rule.declared().origin(), Case.subject(rule).text(), List.of(grant.origin().place())),
        "%s of %s names %s, but the grant (%s) is on %s and counts for that alone."
            .formatted(
                Case.capital(names(setUp, rule, target)),
                rule.bucket(),
                described(target),
                grant.title(),
                described(grant.target())),
        mending);
  }

  private static String described(FunctionArn target) {
    if (target.qualifier() instanceof Qualifier.Unqualified) {
      return "the function " + target.functionName() + " without a qualifier";
    }
    return (target.qualifier() instanceof Qualifier.Version ? "the version " : "the alias ")
        + target.shortName();
  }

  private static List<MendingStep> grant(Case setUp, NotifyingBucket bucket, FunctionArn target) {
    return setUp.decider().decide(bucket, target).decision().remedies().stream()
        .filter(Remedy.AddPermission.class::isInstance)
        .map(Remedy.AddPermission.class::cast)
        .<MendingStep>map(remedy -> new MendingStep.AddGrant(target, remedy.permission()))
        .toList();
  }
}
