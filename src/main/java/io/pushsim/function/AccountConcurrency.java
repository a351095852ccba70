package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import java.util.List;

/**
 * How many invocations an account may run at once in a Region, and which functions parts of that
 * are kept for.
 *
 * @param limit the quota of concurrent executions
 * @param functions all that the account has in the Region
 */
public record AccountConcurrency(int limit, List<LambdaFunction> functions) {
  /** The quota that an account has (developer guide, Lambda quotas). */
  public static final int DEFAULT_LIMIT = 1000;

  /** What Lambda keeps for functions without a reservation (developer guide, likewise). */
  private static final int MINIMUM_UNRESERVED = 100;

  public AccountConcurrency {
    functions = List.copyOf(functions);
  }

  /**
   * What must stay unreserved: an account whose quota is lower than the usual minimum can reserve
   * nothing.
   */
  int minimumUnreserved() {
    return Math.min(MINIMUM_UNRESERVED, limit);
  }

  /** What is kept for no function. */
  public int unreserved() {
    return limit - functions.stream().mapToInt(function -> function.settings().kept()).sum();
  }

  /** What would be kept for no function if nothing were kept for this one. */
  int unreservedBeside(FunctionArn function) {
    return limit
        - functions.stream()
            .filter(other -> !other.arn().equals(function))
            .mapToInt(other -> other.settings().kept())
            .sum();
  }
}
