package io.pushsim.check.finding;

import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Condition;
import io.pushsim.policy.Effect;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.Principal;
import io.pushsim.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Grants that let in more than is meant. */
final class OpenGrants implements Inspection {
  /** Keys that tell whose the source is, or who the caller is (IAM user guide, global keys). */
  private static final Set<String> LIMITING =
      Set.of(
          "aws:sourceaccount",
          "aws:sourceowner",
          "aws:sourceorgid",
          "aws:sourceorgpaths",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalaccount",
          "aws:principalarn");

  @Override
  public void inspect(Case setUp) {
    for (TargetPolicy policy : setUp.inventory().policies().all()) {
      for (PlacedStatement statement : policy.statements()) {
        if (statement.statement().effect() == Effect.ALLOW && !setUp.isNamed(statement)) {
          inspect(setUp, statement);
        }
      }
    }
  }

  private static void inspect(Case setUp, PlacedStatement placed) {
    Statement statement = placed.statement();
    if (isForEverybody(statement) && statement.conditions().isEmpty()) {
      open(setUp, placed);
      return;
    }
    if (!Permissions.isForS3(statement) || isLimited(statement)) {
      return;
    }
    Optional<Condition> source = Permissions.conditionOn(statement, AccessRequest.SOURCE_ARN);
    if (source.isEmpty()) {
      wild(setUp, placed, "names no bucket and no account");
    } else if (source.get().values().texts().stream().anyMatch(Permissions::isPattern)) {
      wild(setUp, placed, "names the buckets %s and no account".formatted(source.get().values()));
    } else {
      withoutAccount(
          setUp,
          placed,
          FindingKind.SOURCE_ARN_WITHOUT_ACCOUNT,
          "names %s but not whose it is: if the bucket goes, whoever takes its name may invoke"
              .formatted(source.get().values()));
    }
  }

  private static boolean isForEverybody(Statement statement) {
    return statement
        .principal()
        .matches(AccessRequest.direct(Principal.ANONYMOUS, "", Permissions.ANY), true);
  }

  // A condition on one of these keys whose values are no patterns of everything.
  private static boolean isLimited(Statement statement) {
    return statement.conditions().stream()
        .anyMatch(
            condition ->
                LIMITING.contains(condition.key().toLowerCase(Locale.ROOT))
                    && !condition.operator().name().toLowerCase(Locale.ROOT).contains("not")
                    && !condition.operator().name().toLowerCase(Locale.ROOT).endsWith("ifexists")
                    && !condition.values().texts().contains("*"));
  }

  private static List<BucketRule> users(Case setUp, PlacedStatement placed) {
    return setUp.rulesOn(placed.target()).stream()
        .filter(
            rule ->
                setUp
                    .matrix()
                    .of(rule)
                    .flatMap(verdict -> verdict.statement())
                    .filter(placed::equals)
                    .isPresent())
        .toList();
  }

  private static void open(Case setUp, PlacedStatement placed) {
    setUp.name(placed);
    List<BucketRule> users = users(setUp, placed);
    List<MendingStep> mending = new ArrayList<>();
    mending.add(new MendingStep.RemoveGrant(placed));
    mending.addAll(grants(setUp, placed, users));
    setUp.find(
        FindingKind.OPEN_PRINCIPAL,
        Case.subject(placed, users),
        "The principal of %s is *, without a condition: everybody may %s %s."
            .formatted(
                placed.title(), placed.statement().action().values(), placed.target().shortName()),
        mending);
  }

  private static void wild(Case setUp, PlacedStatement placed, String what) {
    withoutAccount(
        setUp,
        placed,
        FindingKind.WILDCARD_SOURCE_WITHOUT_ACCOUNT,
        what + ": any such bucket of anybody's may invoke");
  }

  private static void withoutAccount(
      Case setUp, PlacedStatement placed, FindingKind kind, String what) {
    setUp.name(placed);
    List<BucketRule> users = users(setUp, placed);
    setUp.find(
        kind,
        Case.subject(placed, users),
        "%s %s %s.".formatted(Case.capital(placed.title()), what, placed.target().shortName()),
        mended(setUp, placed, users));
  }

  // The grant as it is, for the account that owns the bucket; of several accounts a grant each.
  private static List<MendingStep> mended(
      Case setUp, PlacedStatement placed, List<BucketRule> users) {
    Optional<PermissionRequest> permission = PermissionRequest.of(placed.statement());
    if (permission.isEmpty()) {
      List<MendingStep> steps = new ArrayList<>();
      steps.add(new MendingStep.RemoveGrant(placed));
      steps.addAll(grants(setUp, placed, users));
      return steps;
    }
    return List.of(
        new MendingStep.ReplaceGrant(
            placed,
            permission
                .get()
                .from(
                    permission.get().sourceArn(),
                    Optional.of(owner(setUp, placed, permission.get(), users)))));
  }

  private static String owner(
      Case setUp, PlacedStatement placed, PermissionRequest permission, List<BucketRule> users) {
    return new SourceRepair(setUp.inventory())
        .bucketMeant(permission.sourceArn())
        .or(() -> users.stream().findFirst().map(setUp::bucketOf))
        .map(NotifyingBucket::owner)
        .orElse(placed.target().account());
  }

  private static List<MendingStep> grants(
      Case setUp, PlacedStatement placed, List<BucketRule> users) {
    List<MendingStep> steps = new ArrayList<>();
    users.stream()
        .map(setUp::bucketOf)
        .distinct()
        .forEach(
            bucket ->
                steps.add(
                    new MendingStep.AddGrant(
                        placed.target(),
                        PermissionRequest.of(
                                "allow-s3-" + bucket.name().replace('.', '-'),
                                AccessRequest.INVOKE_FUNCTION,
                                Principal.S3.grantee())
                            .from(
                                Optional.of(bucket.arn().toString()),
                                Optional.of(bucket.owner())))));
    return steps;
  }
}
