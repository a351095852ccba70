package io.pushsim.check.finding;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Partition;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Decider;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.policy.Effect;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyEvaluator;
import io.pushsim.policy.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Grants that mean a bucket of S3's and can never match what S3 sends. */
final class SourceFaults implements Inspection {

  @Override
  public void inspect(Case setUp) {
    for (TargetPolicy policy : setUp.inventory().policies().all()) {
      for (PlacedStatement statement : policy.statements()) {
        if (statement.statement().effect() == Effect.ALLOW) {
          inspect(setUp, statement);
        }
      }
    }
  }

  private static void inspect(Case setUp, PlacedStatement placed) {
    Optional<PermissionRequest> made = PermissionRequest.of(placed.statement());
    if (made.isEmpty()) {
      return;
    }
    PermissionRequest permission = made.get();
    SourceRepair repair = new SourceRepair(setUp.inventory());
    Optional<Fault> fault = fault(setUp, placed, permission, repair);
    fault.ifPresent(found -> report(setUp, placed, found, repair.repaired(placed, permission)));
  }

  private record Fault(FindingKind kind, String message) {}

  private static void report(
      Case setUp, PlacedStatement placed, Fault fault, PermissionRequest repaired) {
    List<BucketRule> dead =
        setUp.rulesOn(placed.target()).stream()
            .filter(setUp::isDead)
            .filter(rule -> wouldAllow(placed.target(), repaired, setUp.bucketOf(rule)))
            .toList();
    dead.forEach(setUp::explain);
    setUp.name(placed);
    String consequence =
        dead.isEmpty()
            ? ""
            : " So S3 may not push for %s of %s."
                .formatted(
                    String.join(" and ", dead.stream().map(Case::nameOf).toList()),
                    dead.get(0).bucket());
    setUp.find(
        fault.kind(),
        Case.subject(placed, dead),
        fault.message() + consequence,
        List.of(new MendingStep.ReplaceGrant(placed, repaired)));
  }

  private static boolean wouldAllow(
      FunctionArn target, PermissionRequest permission, NotifyingBucket bucket) {
    return PolicyEvaluator.decide(
            Optional.of(PolicyDocument.of(List.of(permission.statementOn(target)))),
            Decider.push(bucket, target))
        .isAllowed();
  }

  private static Optional<Fault> fault(
      Case setUp, PlacedStatement placed, PermissionRequest permission, SourceRepair repair) {
    Optional<String> source = permission.sourceArn();
    if (SourceRepair.bucketNamed(source).isEmpty()) {
      return looksLikeS3(permission.principal()) && source.isEmpty()
          ? Optional.of(misspelt(placed, permission))
          : accountFault(setUp, placed, permission);
    }
    if (!Permissions.isForS3(placed.statement())) {
      return Optional.of(misspelt(placed, permission));
    }
    Arn arn = Arn.parse(source.orElseThrow()).orElseThrow();
    if (!arn.region().isEmpty() || !arn.account().isEmpty()) {
      return Optional.of(
          new Fault(
              FindingKind.LOCATED_SOURCE_ARN,
              "The SourceArn of %s is %s, with a region or an account; the bucket's ARN is %s."
                  .formatted(placed.title(), arn, repair.bucketArn(placed, source).orElseThrow())));
    }
    if (arn.resource().contains("/")) {
      return Optional.of(
          new Fault(
              FindingKind.OBJECT_SOURCE_ARN,
              "The SourceArn of %s is %s, which means objects; the bucket's ARN is %s."
                  .formatted(placed.title(), arn, repair.bucketArn(placed, source).orElseThrow())));
    }
    String partition = partition(placed, repair.bucketMeant(source));
    if (!arn.partition().equals(partition) && !Permissions.isPattern(arn.partition())) {
      return Optional.of(
          new Fault(
              FindingKind.WRONG_PARTITION,
              "The SourceArn of %s is %s, but the bucket is in the partition %s: its ARN is %s."
                  .formatted(
                      placed.title(),
                      arn,
                      partition,
                      repair.bucketArn(placed, source).orElseThrow())));
    }
    return accountFault(setUp, placed, permission);
  }

  private static String partition(PlacedStatement placed, Optional<NotifyingBucket> bucket) {
    return bucket
        .map(found -> Partition.ofRegion(found.region()).id())
        .orElse(placed.target().partition());
  }

  // s3.us-east-1.amazonaws.com, S3.amazonaws.com, s3.amazonaws.com.cn: nobody else's names.
  private static boolean looksLikeS3(String principal) {
    String folded = principal.toLowerCase(Locale.ROOT);
    return !principal.equals(Principal.S3.grantee())
        && (folded.equals(Principal.S3.grantee())
            || (folded.startsWith("s3.") && folded.contains("amazon")));
  }

  private static Fault misspelt(PlacedStatement placed, PermissionRequest permission) {
    return new Fault(
        FindingKind.MISSPELT_PRINCIPAL,
        "The principal of %s is '%s'; S3 pushes as %s."
            .formatted(placed.title(), permission.principal(), Principal.S3.grantee()));
  }

  private static Optional<Fault> accountFault(
      Case setUp, PlacedStatement placed, PermissionRequest permission) {
    Optional<String> account = permission.sourceAccount();
    if (account.isEmpty() || !Permissions.isForS3(placed.statement())) {
      return Optional.empty();
    }
    return meant(setUp, placed, permission)
        .filter(bucket -> !bucket.owner().equals(account.get()))
        .filter(bucket -> setUp.isKnown(bucket.owner()) && setUp.isKnown(account.get()))
        .map(
            bucket ->
                new Fault(
                    FindingKind.WRONG_ACCOUNT,
                    "The SourceAccount of %s is %s, but %s belongs to %s."
                        .formatted(placed.title(), account.get(), bucket.name(), bucket.owner())));
  }

  // Without a source ARN, the bucket whose rule needs the grant.
  private static Optional<NotifyingBucket> meant(
      Case setUp, PlacedStatement placed, PermissionRequest permission) {
    Optional<NotifyingBucket> named =
        new SourceRepair(setUp.inventory()).bucketMeant(permission.sourceArn());
    if (named.isPresent() || permission.sourceArn().isPresent()) {
      return named;
    }
    List<BucketRule> rules = setUp.rulesOn(placed.target());
    return rules.stream()
            .noneMatch(rule -> setUp.matrix().of(rule).filter(v -> v.isAllowed()).isPresent())
        ? rules.stream().findFirst().map(setUp::bucketOf)
        : Optional.empty();
  }
}
