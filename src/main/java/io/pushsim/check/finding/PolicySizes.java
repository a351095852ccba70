package io.pushsim.check.finding;

import io.pushsim.arn.Arn;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.operation.PermissionForm;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.ResourcePolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies that have hardly room for another statement. */
final class PolicySizes implements Inspection {
  /** What about three more usual grants take. */
  private static final int MARGIN = 1024;

  /** Fewer statements than this do not come near: a usual one has 300 to 400 bytes. */
  private static final int FEW = 10;

  /** Behind the fifth colon of an ARN its account and service stand: a pattern must keep them. */
  private static final int COLONS = 5;

  @Override
  public void inspect(Case setUp) {
    for (TargetPolicy policy : setUp.inventory().policies().all()) {
      if (policy.statements().size() < FEW) {
        continue;
      }
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
            policy.statements().get(0).origin(), "policy of " + policy.target().shortName()),
        "The policy of %s has %d of %d bytes, in %d statements%s."
            .formatted(
                policy.target().shortName(),
                size,
                ResourcePolicy.MAXIMUM_BYTES,
                policy.statements().size(),
                size > ResourcePolicy.MAXIMUM_BYTES ? ": Lambda refuses the last" : ""),
        mended(policy));
  }

  // One grant for all sources of one kind, of those that have most, instead of one for each.
  private static List<MendingStep> mended(TargetPolicy policy) {
    Map<PermissionRequest, List<PlacedStatement>> alike = new LinkedHashMap<>();
    for (PlacedStatement placed : policy.statements()) {
      PermissionRequest.of(placed.statement())
          .filter(permission -> permission.sourceArn().isPresent())
          .filter(PolicySizes::tellsAccount)
          .ifPresent(
              permission ->
                  alike
                      .computeIfAbsent(
                          permission
                              .named("any")
                              .from(Optional.empty(), permission.sourceAccount()),
                          key -> new ArrayList<>())
                      .add(placed));
    }
    List<PlacedStatement> most =
        alike.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    String prefix = commonPrefix(most);
    if (most.size() < 2 || prefix.chars().filter(c -> c == ':').count() < COLONS) {
      return List.of();
    }
    PermissionRequest first = PermissionRequest.of(most.get(0).statement()).orElseThrow();
    List<MendingStep> steps = new ArrayList<>();
    steps.add(
        new MendingStep.ReplaceGrant(
            most.get(0), first.from(Optional.of(prefix + "*"), first.sourceAccount())));
    most.stream().skip(1).map(MendingStep.RemoveGrant::new).forEach(steps::add);
    return steps;
  }

  // A pattern of ARNs without an account, as S3's are, must not let other accounts in.
  private static boolean tellsAccount(PermissionRequest permission) {
    return permission.sourceAccount().isPresent()
        || permission
            .sourceArn()
            .flatMap(Arn::parse)
            .filter(arn -> !arn.account().isEmpty())
            .isPresent();
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
