package io.pushsim.check.finding;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.RefusedGrant;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.Text;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Grants that AddPermission would not take. */
final class RefusedGrants implements Inspection {

  @Override
  public void inspect(Case setUp) {
    setUp.inventory().policies().refused().forEach(refused -> inspect(setUp, refused));
  }

  private static void inspect(Case setUp, RefusedGrant refused) {
    DeclaredGrant grant = refused.grant();
    Optional<NotifyingBucket> bucket = bucketMeant(setUp, refused);
    boolean misspelt = isMisspeltS3(grant, bucket);
    List<BucketRule> dead =
        refused.target().map(setUp::rulesOn).orElse(List.of()).stream()
            .filter(rule -> bucket.filter(found -> found.name().equals(rule.bucket())).isPresent())
            .filter(setUp::isDead)
            .toList();
    if (misspelt) {
      dead.forEach(setUp::explain);
    }
    setUp.find(
        misspelt ? FindingKind.MISSPELT_PRINCIPAL : FindingKind.GRANT_REFUSED,
        new Case.Subject(
            grant.origin(),
            "grant '%s' of %s"
                .formatted(
                    grant.statementId(),
                    refused.target().map(FunctionArn::shortName).orElse(grant.target().toString())),
            dead.stream().map(rule -> rule.declared().origin().place()).toList()),
        misspelt
            ? "The principal of the grant '%s' is '%s'; S3 pushes as %s. Lambda says: %s"
                .formatted(
                    grant.statementId(),
                    grant.principal(),
                    Principal.S3.grantee(),
                    refused.message())
            : "Lambda refuses the grant '%s': %s".formatted(grant.statementId(), refused.message()),
        misspelt ? mended(setUp, refused, bucket) : List.of());
  }

  private static boolean isMisspeltS3(DeclaredGrant grant, Optional<NotifyingBucket> bucket) {
    String principal = grant.principal().toString();
    return grant.principal().isKnown()
        && !principal.equals(Principal.S3.grantee())
        && (bucket.isPresent()
            || SourceRepair.bucketNamed(grant.sourceArn().map(Text::toString)).isPresent()
            || principal.toLowerCase(Locale.ROOT).startsWith("s3"));
  }

  private static Optional<NotifyingBucket> bucketMeant(Case setUp, RefusedGrant refused) {
    return new SourceRepair(setUp.inventory())
        .bucketMeant(refused.grant().sourceArn().map(setUp.inventory().reading()::of));
  }

  private static List<MendingStep> mended(
      Case setUp, RefusedGrant refused, Optional<NotifyingBucket> bucket) {
    return refused
        .target()
        .filter(target -> !target.qualifier().equals(Qualifier.LATEST))
        .map(
            target ->
                List.<MendingStep>of(
                    new MendingStep.CorrectGrant(
                        refused.grant().origin(),
                        target,
                        mended(setUp, refused.grant(), target, bucket))))
        .orElse(List.of());
  }

  private static PermissionRequest mended(
      Case setUp, DeclaredGrant grant, FunctionArn target, Optional<NotifyingBucket> bucket) {
    return PermissionRequest.of(
            setUp.inventory().reading().of(grant.statementId()),
            setUp.inventory().reading().of(grant.action()),
            Principal.S3.grantee())
        .from(
            bucket
                .map(found -> found.arn().toString())
                .or(() -> grant.sourceArn().map(setUp.inventory().reading()::of)),
            Optional.of(
                bucket
                    .map(NotifyingBucket::owner)
                    .or(() -> grant.sourceAccount().map(setUp.inventory().reading()::of))
                    .orElse(target.account())));
  }
}
