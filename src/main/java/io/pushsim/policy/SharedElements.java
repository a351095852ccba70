package io.pushsim.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets the statements of one document share one object for each element that they have equal. */
final class SharedElements {
  private final Map<StatementElement, StatementElement> elements = new HashMap<>();

  private SharedElements() {}

  static List<Statement> share(List<Statement> statements) {
    SharedElements shared = new SharedElements();
    return statements.stream().map(shared::share).toList();
  }

  private Statement share(Statement statement) {
    return new Statement(
        statement.sid(),
        statement.effect(),
        share(PrincipalElement.class, statement.principal()),
        share(ActionElement.class, statement.action()),
        share(ResourceElement.class, statement.resource()),
        statement.conditions().stream()
            .map(condition -> share(Condition.class, condition))
            .toList(),
        statement.propagation());
  }

  // Equal elements are of one class.
  private <T extends StatementElement> T share(Class<T> type, T element) {
    return type.cast(elements.computeIfAbsent(element, same -> same));
  }
}
