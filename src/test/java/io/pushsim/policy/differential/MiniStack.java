package io.pushsim.policy.differential;

import static io.pushsim.policy.differential.Elements.condition;
import static io.pushsim.policy.differential.Elements.resource;

import io.pushsim.policy.ResourceElement;
import io.pushsim.policy.Values;
import io.pushsim.policy.differential.ContextKey.Kind;
import java.util.List;

/** What is known of the evaluator in {@code ministack} on PyPI. */
final class MiniStack {
  static final List<Peculiarity> PECULIARITIES =
      List.of(
          resource("service-wildcard", (text, given) -> ArnText.of(text).hasServiceWildcard()),
          resource("colons-in-resource", MiniStack::crossesColons),
          condition("colons-in-condition", (asked, given) -> asked.crossesColons()),
          condition("any-value-if-exists", (asked, given) -> asked.isAnyValueOfNothing()),
          condition(
              "year-and-month",
              (asked, given) -> asked.readings().stream().anyMatch(Reading::isYearOrMonth)),
          condition(
              "unreadable-value",
              (asked, given) ->
                  asked.hasUnreadable(Kind.DATE, Kind.BOOLEAN)
                      || (asked.isNegated() && asked.hasUnreadable(Kind.NUMBER))),
          condition("several-values", (asked, given) -> asked.lacksSetOperator()),
          condition("empty-set", (asked, given) -> asked.isOfEmptyText()));

  private MiniStack() {}

  // Its patterns know no parts: they match, and ours do not.
  private static boolean crossesColons(String text, AccessCase given) {
    return WholeGlob.matches(text, given.request().resource())
        && !ResourceElement.resource(Values.of(text)).matches(given.request(), false);
  }

  static boolean understands(AccessCase given) {
    String text = given.plain().toString();
    return !text.contains("NotPrincipal") && !text.contains("${");
  }
}
