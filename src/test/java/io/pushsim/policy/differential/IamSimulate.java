package io.pushsim.policy.differential;

import static io.pushsim.policy.differential.Elements.condition;
import static io.pushsim.policy.differential.Elements.resource;
import static io.pushsim.policy.differential.Elements.variable;

import io.pushsim.policy.differential.ContextKey.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** What is known of {@code @cloud-copilot/iam-simulate} on npm. */
final class IamSimulate {
  static final List<Peculiarity> PECULIARITIES =
      List.of(
          resource("service-wildcard", (text, given) -> ArnText.of(text).hasServiceWildcard()),
          resource("resource-type-wildcard", (text, given) -> ArnText.of(text).hasTypeWildcard()),
          resource("case-before-resource", (text, given) -> ArnText.of(text).hasCapitalInHead()),
          resource("no-arn", (text, given) -> !text.equals("*") && !text.startsWith("arn:")),
          condition("no-arn-in-condition", (asked, given) -> asked.hasArnOfOtherScheme()),
          resource("few-parts", (text, given) -> ArnText.of(text).isShort()),
          condition(
              "unreadable-value",
              (asked, given) ->
                  asked.hasUnreadable(Kind.NUMBER, Kind.DATE)
                      || (asked.isNegated() && asked.hasUnreadable(Kind.ARN, Kind.ADDRESS))),
          condition("several-values", (asked, given) -> asked.lacksSetOperator()),
          condition("empty-set", (asked, given) -> asked.isOfEmptyText()),
          condition(
              "epoch-seconds",
              (asked, given) -> asked.readings().stream().anyMatch(Reading::isBareNumberAsDate)),
          condition(
              "address-alone",
              (asked, given) -> asked.readings().stream().anyMatch(Reading::isLoneAddressV6)),
          condition("every-address", (asked, given) -> asked.names("0.0.0.0/0")),
          variable("variable-of-2008", (text, given) -> !given.knowsVariables()),
          variable("variable-without-value", (text, given) -> lacksValue(text, given)));

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([\\w:/]+)");

  private IamSimulate() {}

  private static boolean lacksValue(String text, AccessCase given) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .anyMatch(key -> ContextKey.isMultivalued(key) || isEmpty(given.request().values(key)));
  }

  private static boolean isEmpty(List<String> values) {
    return values.isEmpty() || values.equals(List.of(""));
  }
}
