package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.PolicyDocument;
import java.util.List;

/** The resource policy of exactly that ARN, in the plain reading. */
public record TargetPolicy(
    FunctionArn target, PolicyDocument document, List<PlacedStatement> statements) {
  public TargetPolicy {
    statements = List.copyOf(statements);
  }
}
