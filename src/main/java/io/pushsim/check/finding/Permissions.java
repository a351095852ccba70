package io.pushsim.check.finding;

import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Condition;
import io.pushsim.policy.Effect;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.Principal;
import io.pushsim.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads statements as the AddPermission that makes such. */
final class Permissions {
  private Permissions() {}

  /**
   * The parameters that make this statement; empty where AddPermission makes none like it: it has
   * one action, one principal, and at most the conditions that parameters give.
   */
  static Optional<PermissionRequest> of(Statement statement) {
    Optional<String> principal = principal(statement);
    List<String> actions = statement.action().values().texts();
    if (statement.effect() != Effect.ALLOW
        || statement.sid().isEmpty()
        || principal.isEmpty()
        || actions.size() != 1
        || statement.action().isInverted()
        || statement.principal().isInverted()
        || statement.conditions().stream().anyMatch(condition -> !isParameter(condition))) {
      return Optional.empty();
    }
    return Optional.of(
        new PermissionRequest(
            statement.sid().get(),
            actions.get(0),
            principal.get(),
            value(statement, AccessRequest.SOURCE_ARN),
            value(statement, AccessRequest.SOURCE_ACCOUNT),
            value(statement, "aws:PrincipalOrgID"),
            value(statement, "lambda:EventSourceToken"),
            value(statement, "lambda:FunctionUrlAuthType")));
  }

  private static Optional<String> principal(Statement statement) {
    Object plain = statement.principal().toPlain();
    if (plain instanceof String everyone) {
      return Optional.of(everyone);
    }
    Map<?, ?> types = (Map<?, ?>) plain;
    return types.size() == 1 && types.values().iterator().next() instanceof String name
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean isParameter(Condition condition) {
    String operator = condition.operator().name();
    return condition.values().texts().size() == 1
        && switch (condition.key().toLowerCase(Locale.ROOT)) {
          case "aws:sourcearn" ->
              operator.equals("ArnLike")
                  || operator.equals("ArnEquals")
                  || operator.equals("StringLike")
                  || operator.equals("StringEquals");
          case "aws:sourceaccount",
              "aws:principalorgid",
              "lambda:eventsourcetoken",
              "lambda:functionurlauthtype" ->
              operator.equals("StringEquals");
          default -> false;
        };
  }

  /** The single value of a condition on that key. */
  static Optional<String> value(Statement statement, String key) {
    return conditionOn(statement, key)
        .map(condition -> condition.values().texts())
        .filter(texts -> texts.size() == 1)
        .map(texts -> texts.get(0));
  }

  static Optional<Condition> conditionOn(Statement statement, String key) {
    return statement.conditions().stream()
        .filter(condition -> condition.key().equalsIgnoreCase(key))
        .findFirst();
  }

  /** Whether the statement's principal is, or includes, S3. */
  static boolean isForS3(Statement statement) {
    return statement.principal().matches(AccessRequest.direct(Principal.S3, "", ANY), true);
  }

  private static final io.pushsim.arn.FunctionArn ANY =
      new io.pushsim.arn.FunctionArn(
          "aws", "us-east-1", "000000000000", "any", io.pushsim.arn.Qualifier.UNQUALIFIED);
}
