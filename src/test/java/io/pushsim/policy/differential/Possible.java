package io.pushsim.policy.differential;

import io.pushsim.policy.Decision;
import io.pushsim.policy.Effect;
import io.pushsim.policy.Statement;
import io.pushsim.policy.StatementElement;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be decided when some elements may be judged either way, and all others as pushsim does.
 */
final class Possible {
  private Possible() {}

  private enum Match {
    NO,
    OPEN,
    YES
  }

  static Set<Decision.Kind> decisions(AccessCase given, Collection<Peculiarity> open) {
    Match deny = best(given, open, Effect.DENY);
    Match allow = best(given, open, Effect.ALLOW);
    Set<Decision.Kind> possible = EnumSet.noneOf(Decision.Kind.class);
    if (deny != Match.NO) {
      possible.add(Decision.Kind.EXPLICIT_DENY);
    }
    if (deny != Match.YES && allow != Match.NO) {
      possible.add(Decision.Kind.ALLOWED);
    }
    if (deny != Match.YES && allow != Match.YES) {
      possible.add(Decision.Kind.IMPLICIT_DENY);
    }
    return possible;
  }

  private static Match best(AccessCase given, Collection<Peculiarity> open, Effect effect) {
    return given.policy().statements().stream()
        .filter(statement -> statement.effect() == effect)
        .map(statement -> match(given, open, statement))
        .max(Match::compareTo)
        .orElse(Match.NO);
  }

  private static Match match(AccessCase given, Collection<Peculiarity> open, Statement statement) {
    return elements(statement)
        .map(element -> match(given, open, element))
        .min(Match::compareTo)
        .orElseThrow();
  }

  private static Match match(
      AccessCase given, Collection<Peculiarity> open, StatementElement element) {
    if (open.stream().anyMatch(peculiarity -> peculiarity.concerns(element, given))) {
      return Match.OPEN;
    }
    return element.matches(given.request(), given.knowsVariables()) ? Match.YES : Match.NO;
  }

  private static Stream<StatementElement> elements(Statement statement) {
    return Stream.concat(
        List.of(statement.principal(), statement.action(), statement.resource()).stream(),
        statement.conditions().stream());
  }
}
