package io.pushsim.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a resource policy lets a request pass: nothing is allowed that no statement
 * allows, and a Deny outweighs every Allow (IAM user guide, "Policy evaluation logic").
 */
public final class PolicyEvaluator {
  private PolicyEvaluator() {}

  /**
   * Decides the request. A statement that propagates counts from its time on, which the request's
   * {@code aws:CurrentTime} must have reached.
   *
   * @param policy the policy of exactly the ARN that the request asks for; empty where it has none
   */
  public static Decision decide(Optional<PolicyDocument> policy, AccessRequest request) {
    if (policy.isEmpty()) {
      return new Decision.ImplicitDeny(request, policy, List.of());
    }
    PolicyDocument document = policy.get();
    Evaluation evaluation = new Evaluation(request, document.knowsVariables());
    List<Statement> statements = document.statements();
    StatementElement[] mismatches = new StatementElement[statements.size()];
    int allowing = -1;
    for (int i = 0; i < mismatches.length; i++) {
      Statement statement = statements.get(i);
      StatementElement mismatch = statement.firstMismatch(evaluation);
      if (mismatch != null) {
        mismatches[i] = mismatch;
      } else if (statement.effect() == Effect.DENY) {
        return new Decision.ExplicitDeny(request, document, i);
      } else if (allowing < 0) {
        allowing = i;
      }
    }
    return allowing < 0
        ? new Decision.ImplicitDeny(request, policy, Arrays.asList(mismatches))
        : new Decision.Allowed(request, document, allowing);
  }
}
