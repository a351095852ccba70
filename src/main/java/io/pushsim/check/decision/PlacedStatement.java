package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.Origin;
import io.pushsim.policy.Statement;
import java.util.Optional;

/**
 * A statement of a policy, in the plain reading, and where it is said.
 *
 * @param number its place in the policy, from 1
 * @param grant the AddPermission that makes it, where that is what the input says
 */
public record PlacedStatement(
    FunctionArn target,
    int number,
    Statement statement,
    Origin origin,
    Optional<DeclaredGrant> grant) {

  /** The statement as people call it: by its Sid, or by its place where it has none. */
  public String title() {
    return statement
        .sid()
        .map(sid -> "statement '" + sid + "'")
        .orElse("statement number " + number);
  }
}
