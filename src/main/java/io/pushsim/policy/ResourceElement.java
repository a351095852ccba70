package io.pushsim.policy;

/** The Resource or NotResource of a statement: patterns of ARNs. */
public final class ResourceElement extends ListedElement {
  private final Operand[] patterns;

  private ResourceElement(boolean inverted, Values values) {
    super("Resource", inverted, values);
    this.patterns = values.texts().stream().map(PatternOperand::resource).toArray(Operand[]::new);
  }

  public static ResourceElement resource(Values values) {
    return new ResourceElement(false, values);
  }

  public static ResourceElement notResource(Values values) {
    return new ResourceElement(true, values);
  }

  @Override
  boolean lists(AccessRequest request, boolean variables) {
    for (Operand pattern : patterns) {
      if (pattern.accepts(request.resource(), request, variables)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String actual(AccessRequest request) {
    return request.resource();
  }
}
