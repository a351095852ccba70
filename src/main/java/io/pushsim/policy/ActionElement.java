package io.pushsim.policy;

/** The Action or NotAction of a statement: patterns of actions, in any case of letters. */
public final class ActionElement extends ListedElement {
  private final Glob[] patterns;

  private ActionElement(boolean inverted, Values values) {
    super("Action", inverted, values);
    this.patterns =
        values.texts().stream()
            .map(text -> Glob.ignoringCase(PatternTokens.of(text, true)))
            .toArray(Glob[]::new);
  }

  public static ActionElement action(Values values) {
    return new ActionElement(false, values);
  }

  public static ActionElement notAction(Values values) {
    return new ActionElement(true, values);
  }

  @Override
  boolean lists(AccessRequest request, boolean variables) {
    for (Glob pattern : patterns) {
      if (pattern.matches(request.action())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String actual(AccessRequest request) {
    return request.action();
  }
}
