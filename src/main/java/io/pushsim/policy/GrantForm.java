package io.pushsim.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads statements as the AddPermission that makes such. */
final class GrantForm {
  private static final Set<String> SOURCE_ARN_OPERATORS =
      Set.of("ArnLike", "ArnEquals", "StringLike", "StringEquals");

  private GrantForm() {}

  static Optional<PermissionRequest> read(Statement statement) {
    Optional<String> principal = principal(statement);
    List<String> actions = statement.action().values().texts();
    if (statement.effect() != Effect.ALLOW
        || statement.sid().isEmpty()
        || principal.isEmpty()
        || actions.size() != 1
        || statement.action().isInverted()
        || statement.resource().isInverted()
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
          case "aws:sourcearn" -> SOURCE_ARN_OPERATORS.contains(operator);
          case "aws:sourceaccount",
              "aws:principalorgid",
              "lambda:eventsourcetoken",
              "lambda:functionurlauthtype" ->
              operator.equals("StringEquals");
          default -> false;
        };
  }

  private static Optional<String> value(Statement statement, String key) {
    return statement.conditions().stream()
        .filter(condition -> condition.key().equalsIgnoreCase(key))
        .map(condition -> condition.values().texts().get(0))
        .findFirst();
  }
}
