package io.pushsim.check.finding;

import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.operation.PermissionForm;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.Principal;
import io.pushsim.policy.ResourcePolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies that have hardly room for another statement. */
final class PolicySizes implements Inspection {
  /** What two more usual grants take. */
  private static final int MARGIN = 2 * 400;

  @Override
  public void inspect(Case setUp) {
    for (TargetPolicy policy : setUp.inventory().policies().all()) {
      int size = PermissionForm.size(policy.document());
      if (size > ResourcePolicy.MAXIMUM_BYTES - MARGIN) {
        report(setUp, policy, size);
      }
    }
  }

  private static void report(Case setUp, TargetPolicy policy, int size) {
    setUp.find(
        FindingKind.POLICY_NEAR_LIMIT,
        new Case.Subject(
            policy.statements().get(policy.statements().size() - 1).origin(),
            "policy of " + policy.target().shortName()),
        "The policy of %s has %d of %d bytes, in %d statements%s."
            .formatted(
                policy.target().shortName(),
                size,
                ResourcePolicy.MAXIMUM_BYTES,
                policy.statements().size(),
                size > ResourcePolicy.MAXIMUM_BYTES ? ": Lambda refuses the last" : ""),
        mended(policy));
  }

  // One grant for all buckets of the account with the most grants, instead of one for each.
  private static List<MendingStep> mended(TargetPolicy policy) {
    Map<String, List<PlacedStatement>> byAccount = new LinkedHashMap<>();
    for (PlacedStatement placed : policy.statements()) {
      grantingAccount(placed)
          .ifPresent(
              account -> byAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(placed));
    }
    List<PlacedStatement> most =
        byAccount.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    if (most.size() < 2) {
      return List.of();
    }
    PermissionRequest first = PermissionRequest.of(most.get(0).statement()).orElseThrow();
    String prefix = commonPrefix(most);
    List<MendingStep> steps = new ArrayList<>();
    steps.add(
        new MendingStep.ReplaceGrant(
            most.get(0), first.from(Optional.of(prefix + "*"), first.sourceAccount())));
    most.stream().skip(1).map(MendingStep.RemoveGrant::new).forEach(steps::add);
    return steps;
  }

  private static Optional<String> grantingAccount(PlacedStatement placed) {
    return PermissionRequest.of(placed.statement())
        .filter(permission -> permission.principal().equals(Principal.S3.grantee()))
        .filter(permission -> permission.action().equals(AccessRequest.INVOKE_FUNCTION))
        .filter(permission -> SourceRepair.bucketNamed(permission.sourceArn()).isPresent())
        .flatMap(PermissionRequest::sourceAccount);
  }

  private static String commonPrefix(List<PlacedStatement> statements) {
    String prefix = "";
    for (PlacedStatement placed : statements) {
      String arn =
          PermissionRequest.of(placed.statement()).flatMap(PermissionRequest::sourceArn).orElse("");
      prefix = prefix.isEmpty() ? arn : common(prefix, arn);
    }
    return prefix;
  }

  private static String common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }
}
