package io.pushsim.policy;

/** An element of a statement that a request is held against. */
public sealed interface StatementElement
    permits PrincipalElement, ListedElement, Condition, Propagation {

  /**
   * Whether the request satisfies this element.
   *
   * @param variables whether the document's version knows policy variables
   */
  boolean matches(AccessRequest request, boolean variables);

  /**
   * What the element is called where it stands: {@code Principal}, {@code NotAction}, {@code
   * Condition ArnLike aws:SourceArn}.
   */
  String name();

  /** What the element asks for, in words. */
  String expected();

  /** What the request has instead, in words. */
  String actual(AccessRequest request);
}
