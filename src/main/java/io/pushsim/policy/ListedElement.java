package io.pushsim.policy;

/**
 * An element that lists patterns and stands in a statement under its own name or, inverted, under
 * {@code Not…}.
 */
public abstract sealed class ListedElement implements StatementElement
    permits ActionElement, ResourceElement {
  private final String baseName;
  private final boolean inverted;
  private final Values values;

  ListedElement(String baseName, boolean inverted, Values values) {
    this.baseName = baseName;
    this.inverted = inverted;
    this.values = values;
  }

  /** Whether one of the patterns listed matches. */
  abstract boolean lists(AccessRequest request, boolean variables);

  @Override
  public final boolean matches(AccessRequest request, boolean variables) {
    return lists(request, variables) != inverted;
  }

  public final boolean isInverted() {
    return inverted;
  }

  public final Values values() {
    return values;
  }

  @Override
  public final String name() {
    return inverted ? "Not" + baseName : baseName;
  }

  @Override
  public final String expected() {
    return inverted ? "anything but " + values : values.toString();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof ListedElement element
        && name().equals(element.name())
        && values.equals(element.values);
  }

  @Override
  public final int hashCode() {
    return 31 * name().hashCode() + values.hashCode();
  }

  @Override
  public final String toString() {
    return name() + " " + values;
  }
}
