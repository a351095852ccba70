package io.pushsim.check.finding;

import io.pushsim.arn.Arn;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Condition;
import io.pushsim.policy.Effect;
import io.pushsim.policy.Principal;
import io.pushsim.policy.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Statements that no request can match. */
final class DeadStatements implements Inspection {
  /** Operators that a value written in the policy satisfies, where anything does. */
  private static final Pattern TEXTUAL =
      Pattern.compile("(?i)(String|Arn)(Not)?(Equals|Like)(IgnoreCase)?(IfExists)?|Null");

  @Override
  public void inspect(Case setUp) {
    for (TargetPolicy policy : setUp.inventory().policies().all()) {
      for (PlacedStatement statement : policy.statements()) {
        if (!setUp.isNamed(statement)) {
          reason(setUp, statement).ifPresent(reason -> report(setUp, statement, reason));
        }
      }
    }
  }

  private static void report(Case setUp, PlacedStatement placed, String reason) {
    setUp.name(placed);
    setUp.find(
        FindingKind.DEAD_STATEMENT,
        Case.subject(placed, List.of()),
        "%s of %s can never match: %s."
            .formatted(Case.capital(placed.title()), placed.target().shortName(), reason),
        List.of(new MendingStep.RemoveGrant(placed)));
  }

  private static Optional<String> reason(Case setUp, PlacedStatement placed) {
    Statement statement = placed.statement();
    AccessRequest request =
        AccessRequest.direct(Principal.S3, AccessRequest.INVOKE_FUNCTION, placed.target());
    if (!statement.resource().matches(request, true)) {
      return Optional.of(
          "its %s is %s, and it stands in the policy of %s"
              .formatted(
                  statement.resource().name(), statement.resource().expected(), placed.target()));
    }
    if (statement.effect() == Effect.ALLOW && isForS3Alone(statement)) {
      if (!statement.action().matches(request, true)) {
        return Optional.of(
            "S3 asks for %s, and its %s is %s"
                .formatted(
                    AccessRequest.INVOKE_FUNCTION,
                    statement.action().name(),
                    statement.action().expected()));
      }
      Optional<String> foreign = foreignSource(setUp, statement);
      if (foreign.isPresent()) {
        return foreign;
      }
    }
    // AddPermission writes one condition on a key: there is nothing that it could contradict.
    return placed.grant().isPresent() ? Optional.empty() : contradiction(statement, request);
  }

  private static boolean isForS3Alone(Statement statement) {
    return Permissions.isForS3(statement)
        && !statement.principal().isInverted()
        && statement.principal().toPlain() instanceof Map<?, ?>;
  }

  private static Optional<String> foreignSource(Case setUp, Statement statement) {
    return Permissions.conditionOn(statement, AccessRequest.SOURCE_ARN)
        .filter(condition -> isPositive(condition))
        .filter(
            condition ->
                condition.values().texts().stream()
                    .noneMatch(text -> !setUp.isKnown(text) || mayBeBucket(text)))
        .map(condition -> "S3 sends a bucket's ARN, and its SourceArn is " + condition.values());
  }

  private static boolean isPositive(Condition condition) {
    String operator = condition.operator().name().toLowerCase(Locale.ROOT);
    return !operator.contains("not") && !operator.equals("null");
  }

  private static boolean mayBeBucket(String text) {
    if (text.contains("${") || text.equals("*")) {
      return true;
    }
    return Arn.parse(text).map(arn -> mayBe(arn.service(), "s3")).orElse(false);
  }

  private static boolean mayBe(String part, String word) {
    return part.equals(word) || part.contains("*") || part.contains("?");
  }

  // Conditions on one key that no value of it satisfies together: those written are tried.
  private static Optional<String> contradiction(Statement statement, AccessRequest request) {
    Map<String, List<Condition>> byKey = new LinkedHashMap<>();
    for (Condition condition : statement.conditions()) {
      byKey.merge(
          condition.key().toLowerCase(Locale.ROOT),
          List.of(condition),
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
    return byKey.entrySet().stream()
        .filter(entry -> isImpossible(entry.getKey(), entry.getValue(), request))
        .map(
            entry ->
                "no value of %s satisfies %s"
                    .formatted(
                        entry.getValue().get(0).key(),
                        String.join(
                            " and ",
                            entry.getValue().stream()
                                .map(condition -> condition.operator() + " " + condition.values())
                                .toList())))
        .findFirst();
  }

  private static boolean isImpossible(
      String key, List<Condition> conditions, AccessRequest request) {
    if (conditions.stream().anyMatch(DeadStatements::isBeyondTrying)) {
      return false;
    }
    Stream<AccessRequest> tried =
        Stream.concat(
            Stream.of(request, request.with(key, "any-other-value")),
            conditions.stream()
                .flatMap(condition -> condition.values().texts().stream())
                .map(text -> request.with(key, text.replace("*", "x").replace('?', 'x'))));
    return tried.noneMatch(
        asked -> conditions.stream().allMatch(condition -> condition.matches(asked, true)));
  }

  private static boolean isBeyondTrying(Condition condition) {
    return !TEXTUAL.matcher(condition.operator().name()).matches()
        || condition.values().texts().stream().anyMatch(text -> text.contains("${"));
  }
}
