package io.pushsim.policy;

/**
 * One request held against one document's statements. It remembers the element of each place that
 * was satisfied last: the statements of one function mostly share principal, action, resource and
 * source account, and the document holds shared elements once ({@link SharedElements}).
 */
final class Evaluation {
  /** Where an element stands in its statement. */
  static final int PRINCIPAL = 0;

  static final int ACTION = 1;
  static final int RESOURCE = 2;
  static final int CONDITION = 3;

  private final AccessRequest request;
  private final boolean variables;
  private final StatementElement[] satisfied = new StatementElement[CONDITION + 1];

  Evaluation(AccessRequest request, boolean variables) {
    this.request = request;
    this.variables = variables;
  }

  @SuppressWarnings("ReferenceEquality") // Shared elements are one object; comparing more is dear.
  boolean satisfies(int place, StatementElement element) {
    if (satisfied[place] == element) {
      return true;
    }
    if (!element.matches(request, variables)) {
      return false;
    }
    satisfied[place] = element;
    return true;
  }

  /** Asks an element of which no two statements share one. */
  boolean satisfies(Propagation propagation) {
    return propagation.matches(request, variables);
  }
}
