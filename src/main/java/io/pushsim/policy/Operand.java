package io.pushsim.policy;

/** One value of a condition or a resource element, ready to be held against a request's value. */
interface Operand {
  /** Accepts no value: what a text that names nothing becomes. */
  Operand NOTHING = (actual, request, variables) -> false;

  /**
   * Whether this value accepts the request's.
   *
   * @param variables whether the document's version knows policy variables
   */
  boolean accepts(String actual, AccessRequest request, boolean variables);
}
