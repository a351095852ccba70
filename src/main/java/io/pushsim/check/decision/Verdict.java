package io.pushsim.check.decision;

import io.pushsim.check.setup.Symbol;
import io.pushsim.policy.Decision;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a bucket may invoke a target.
 *
 * @param decision in the plain reading
 * @param statement that decides, where one does
 * @param dependsOn what must be known to decide; none where it is decided
 * @param unknown why it is not known, where it is not
 */
public record Verdict(
    Kind kind,
    Decision decision,
    Optional<PlacedStatement> statement,
    Set<Symbol> dependsOn,
    Optional<String> unknown) {

  /** The kinds of a verdict. */
  public enum Kind {
    ALLOWED,
    DENIED,
    UNKNOWN
  }

  public boolean isAllowed() {
    return kind == Kind.ALLOWED;
  }

  public boolean isDenied() {
    return kind == Kind.DENIED;
  }

  public boolean isUnknown() {
    return kind == Kind.UNKNOWN;
  }
}
