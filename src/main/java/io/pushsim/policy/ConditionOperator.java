package io.pushsim.policy;

import java.util.List;
import java.util.Optional;

/**
 * A condition operator as written, such as {@code StringEquals} or {@code
 * ForAnyValue:ArnLikeIfExists}: what it compares, over which of the request's values, and whether
 * the key must be there.
 */
public final class ConditionOperator {
  private static final String FOR_ALL_VALUES = "ForAllValues:";
  private static final String FOR_ANY_VALUE = "ForAnyValue:";
  private static final String IF_EXISTS = "IfExists";

  private final String name;
  private final Quantifier quantifier;
  private final Comparison comparison;
  private final boolean ifExists;

  private ConditionOperator(
      String name, Quantifier quantifier, Comparison comparison, boolean ifExists) {
    this.name = name;
    this.quantifier = quantifier;
    this.comparison = comparison;
    this.ifExists = ifExists;
  }

  /** Over which of the request's values a condition is asked. */
  enum Quantifier {
    NONE,
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
  }

  /**
   * The operator of that name, in any case of letters.
   *
   * @throws IllegalArgumentException where IAM has no such operator
   */
  public static ConditionOperator parse(String name) {
    Quantifier quantifier = quantifierOf(name);
    int start =
        switch (quantifier) {
          case NONE -> 0;
          case FOR_ALL_VALUES -> FOR_ALL_VALUES.length();
          case FOR_ANY_VALUE -> FOR_ANY_VALUE.length();
        };
    int suffix = name.length() - IF_EXISTS.length();
    boolean ifExists =
        suffix > start && name.regionMatches(true, suffix, IF_EXISTS, 0, IF_EXISTS.length());
    Optional<Comparison> comparison =
        Comparison.parse(name.substring(start, ifExists ? suffix : name.length()))
            .filter(found -> found != Comparison.NULL || !ifExists);
    return new ConditionOperator(
        name,
        quantifier,
        comparison.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + name
                        + "' is no condition operator: write one like StringEquals,"
                        + " ArnLikeIfExists or ForAnyValue:StringLike")),
        ifExists);
  }

  private static Quantifier quantifierOf(String name) {
    if (name.regionMatches(true, 0, FOR_ALL_VALUES, 0, FOR_ALL_VALUES.length())) {
      return Quantifier.FOR_ALL_VALUES;
    }
    return name.regionMatches(true, 0, FOR_ANY_VALUE, 0, FOR_ANY_VALUE.length())
        ? Quantifier.FOR_ANY_VALUE
        : Quantifier.NONE;
  }

  /** As it is written in the policy. */
  public String name() {
    return name;
  }

  Comparison comparison() {
    return comparison;
  }

  boolean isNegated() {
    return comparison.isNegated();
  }

  /**
   * Whether the condition holds for the request's values of its key; none where the key is missing
   * (IAM user guide, "Conditions with multiple context keys or values").
   */
  boolean holds(List<String> values, Operand[] operands, AccessRequest request, boolean variables) {
    if (comparison == Comparison.NULL) {
      return anyAccepts(operands, values.isEmpty() ? "true" : "false", request, false);
    }
    return switch (quantifier) {
      case NONE ->
          values.isEmpty()
              ? ifExists || isNegated()
              : anyValueMatches(values, operands, request, variables) != isNegated();
      case FOR_ALL_VALUES ->
          isEmptySet(values) || allValuesHold(values, operands, request, variables);
      case FOR_ANY_VALUE ->
          !isEmptySet(values) && anyValueHolds(values, operands, request, variables);
    };
  }

  // An empty string alone counts as an empty set (same page, set operators).
  private static boolean isEmptySet(List<String> values) {
    return values.isEmpty() || (values.size() == 1 && values.get(0).isEmpty());
  }

  private boolean allValuesHold(
      List<String> values, Operand[] operands, AccessRequest request, boolean variables) {
    for (String value : values) {
      if (anyAccepts(operands, value, request, variables) == isNegated()) {
        return false;
      }
    }
    return true;
  }

  private boolean anyValueHolds(
      List<String> values, Operand[] operands, AccessRequest request, boolean variables) {
    for (String value : values) {
      if (anyAccepts(operands, value, request, variables) != isNegated()) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyValueMatches(
      List<String> values, Operand[] operands, AccessRequest request, boolean variables) {
    for (int i = 0; i < values.size(); i++) {
      if (anyAccepts(operands, values.get(i), request, variables)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyAccepts(
      Operand[] operands, String value, AccessRequest request, boolean variables) {
    for (Operand operand : operands) {
      if (operand.accepts(value, request, variables)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConditionOperator operator && name.equals(operator.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
