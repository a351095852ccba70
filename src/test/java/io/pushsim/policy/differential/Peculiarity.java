package io.pushsim.policy.differential;

import io.pushsim.policy.StatementElement;

/**
 * Elements of statements that another evaluator is known to judge in its own way; the name is a
 * heading of {@code src/docs/conformance-iam.md}, where it is judged.
 */
record Peculiarity(String name, Test test) {

  /** Tells whether an element, for the case in which it stands, is of that kind. */
  interface Test {
    boolean concerns(StatementElement element, AccessCase given);
  }

  boolean concerns(StatementElement element, AccessCase given) {
    return test.concerns(element, given);
  }
}
