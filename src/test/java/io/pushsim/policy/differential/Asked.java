package io.pushsim.policy.differential;

import io.pushsim.policy.Condition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A condition beside what a request has for its key.
 *
 * @param actual the request's values, none where the key is missing
 */
record Asked(Condition condition, List<String> actual) {
  private static final int ARN_PARTS = 6;
  private static final String IF_EXISTS = "IfExists";

  static Asked of(Condition condition, AccessCase given) {
    return new Asked(condition, given.request().values(condition.key()));
  }

  /** The operator without set operator and suffix. */
  String operator() {
    String name = condition.operator().name();
    String bare = name.substring(name.indexOf(':') + 1);
    return bare.endsWith(IF_EXISTS) ? bare.substring(0, bare.length() - IF_EXISTS.length()) : bare;
  }

  boolean hasSetOperator() {
    return condition.operator().name().indexOf(':') > 0;
  }

  /** Whether it asks for a key that may have several values as if it had one. */
  boolean lacksSetOperator() {
    return !hasSetOperator()
        && !operator().equals("Null")
        && !actual.isEmpty()
        && ContextKey.isMultivalued(condition.key());
  }

  boolean isOfEmptyText() {
    return hasSetOperator() && actual.equals(List.of(""));
  }

  /** Whether it is a ForAnyValue:…IfExists, and the key is missing. */
  boolean isAnyValueOfNothing() {
    String name = condition.operator().name();
    return actual.isEmpty() && name.startsWith("ForAnyValue:") && name.endsWith(IF_EXISTS);
  }

  /** Whether a text matches as a whole, but not as an ARN part by part. */
  boolean crossesColons() {
    return operator().startsWith("Arn")
        && condition.values().texts().stream().anyMatch(this::crossesColons);
  }

  private boolean crossesColons(String pattern) {
    String[] parts = pattern.split(":", ARN_PARTS);
    return actual.stream()
        .filter(arn -> WholeGlob.matches(pattern, arn))
        .map(arn -> arn.split(":", ARN_PARTS))
        .anyMatch(
            arn ->
                arn.length != parts.length
                    || arn.length < ARN_PARTS
                    || IntStream.range(0, arn.length)
                        .anyMatch(i -> !WholeGlob.matches(parts[i], arn[i])));
  }

  /** Whether the policy lists this value. */
  boolean names(String value) {
    return condition.values().texts().contains(value);
  }

  /** Whether it compares with what would be an ARN but for its first part. */
  boolean hasArnOfOtherScheme() {
    return operator().startsWith("Arn")
        && condition.values().texts().stream().anyMatch(text -> !text.startsWith("arn:"));
  }

  boolean isNegated() {
    return operator().contains("Not");
  }

  /** Whether a value is not of the form that the operator compares, which is one of these. */
  boolean hasUnreadable(ContextKey.Kind... kinds) {
    return readings().stream()
        .anyMatch(reading -> List.of(kinds).contains(reading.kind()) && reading.isUnreadable());
  }

  /** All values, those of the policy and, where the key is there, those of the request. */
  List<Reading> readings() {
    return actual.isEmpty()
        ? List.of()
        : Stream.concat(condition.values().texts().stream(), actual.stream())
            .map(value -> new Reading(operator(), value))
            .toList();
  }
}
