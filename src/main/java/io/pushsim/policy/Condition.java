package io.pushsim.policy;

import java.util.List;

/** One condition of a statement: an operator, a context key and the values it is compared with. */
public final class Condition implements StatementElement {
  private final ConditionOperator operator;
  private final String key;
  private final String foldedKey;
  private final Values values;
  private final Operand[] operands;

  private Condition(ConditionOperator operator, String key, Values values) {
    this.operator = operator;
    this.key = key;
    // Interned, as the usual keys of requests are, so that finding one compares references.
    this.foldedKey = AccessRequest.fold(key).intern();
    this.values = values;
    this.operands =
        values.texts().stream().map(operator.comparison()::compile).toArray(Operand[]::new);
  }

  public static Condition of(ConditionOperator operator, String key, Values values) {
    return new Condition(operator, key, values);
  }

  /**
   * A condition with one value.
   *
   * @throws IllegalArgumentException where IAM has no such operator
   */
  public static Condition of(String operator, String key, String value) {
    return new Condition(ConditionOperator.parse(operator), key, Values.of(value));
  }

  public ConditionOperator operator() {
    return operator;
  }

  /** The context key as it is written; keys are equal in any case of letters. */
  public String key() {
    return key;
  }

  public Values values() {
    return values;
  }

  @Override
  public boolean matches(AccessRequest request, boolean variables) {
    return operator.holds(request.valuesOfFolded(foldedKey), operands, request, variables);
  }

  @Override
  public String name() {
    return "Condition " + operator + " " + key;
  }

  @Override
  public String expected() {
    if (operator.comparison() == Comparison.NULL) {
      return values.texts().contains("true") ? "no such key" : "the key to be there";
    }
    return operator.isNegated() ? "anything but " + values : values.toString();
  }

  @Override
  public String actual(AccessRequest request) {
    List<String> actual = request.valuesOfFolded(foldedKey);
    return actual.isEmpty() ? "no " + key : String.join(" and ", actual);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition condition
        && operator.equals(condition.operator)
        && key.equals(condition.key)
        && values.equals(condition.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * operator.hashCode() + key.hashCode()) + values.hashCode();
  }

  @Override
  public String toString() {
    return name() + " " + values;
  }
}
