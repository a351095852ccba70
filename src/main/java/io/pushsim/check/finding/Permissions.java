package io.pushsim.check.finding;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Condition;
import io.pushsim.policy.Principal;
import io.pushsim.policy.Statement;
import java.util.Optional;

/** What findings ask of statements. */
final class Permissions {
  /** A target for questions about a principal alone. */
  static final FunctionArn ANY =
      new FunctionArn("aws", "us-east-1", "000000000000", "any", Qualifier.UNQUALIFIED);

  private Permissions() {}

  /** Whether a wildcard stands in the text. */
  static boolean isPattern(String text) {
    return text.contains("*") || text.contains("?");
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
}
