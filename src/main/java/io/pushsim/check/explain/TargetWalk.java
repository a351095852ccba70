package io.pushsim.check.explain;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.Verdict;
import io.pushsim.policy.StatementWalk;
import java.util.List;
import java.util.Optional;

/**
 * One target, walked through.
 *
 * @param statements all of the policy of exactly that ARN, element by element
 * @param elsewhere grants that would allow it, were they on this ARN: those on the function's other
 *     qualifiers
 * @param versions what would run, in words; empty where no input tells it
 * @param flip the smallest change that would turn the decision; empty where none is known
 */
public record TargetWalk(
    FunctionArn target,
    Verdict verdict,
    List<Statement> statements,
    List<PlacedStatement> elsewhere,
    Optional<String> versions,
    Optional<Flip> flip) {
  public TargetWalk {
    statements = List.copyOf(statements);
    elsewhere = List.copyOf(elsewhere);
  }

  /** A statement, and how far the request satisfies it. */
  public record Statement(PlacedStatement placed, StatementWalk walk) {}

  /**
   * A change.
   *
   * @param sentence what it does
   * @param commands that do it; none where none can
   */
  public record Flip(String sentence, List<String> commands) {
    public Flip {
      commands = List.copyOf(commands);
    }
  }
}
