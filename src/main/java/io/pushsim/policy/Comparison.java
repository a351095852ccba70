package io.pushsim.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a condition compares, by IAM's names (IAM user guide, "IAM JSON policy elements: Condition
 * operators").
 */
enum Comparison {
  STRING_EQUALS("StringEquals", Sense.POSITIVE, PatternOperand::equalTo),
  STRING_NOT_EQUALS("StringNotEquals", Sense.NEGATED, PatternOperand::equalTo),
  STRING_EQUALS_IGNORE_CASE(
      "StringEqualsIgnoreCase", Sense.POSITIVE, PatternOperand::equalIgnoringCase),
  STRING_NOT_EQUALS_IGNORE_CASE(
      "StringNotEqualsIgnoreCase", Sense.NEGATED, PatternOperand::equalIgnoringCase),
  STRING_LIKE("StringLike", Sense.POSITIVE, PatternOperand::like),
  STRING_NOT_LIKE("StringNotLike", Sense.NEGATED, PatternOperand::like),
  ARN_EQUALS("ArnEquals", Sense.POSITIVE, PatternOperand::arnLike),
  ARN_LIKE("ArnLike", Sense.POSITIVE, PatternOperand::arnLike),
  ARN_NOT_EQUALS("ArnNotEquals", Sense.NEGATED, PatternOperand::arnLike),
  ARN_NOT_LIKE("ArnNotLike", Sense.NEGATED, PatternOperand::arnLike),
  BOOL("Bool", Sense.POSITIVE, PatternOperand::bool),
  NULL("Null", Sense.POSITIVE, PatternOperand::bool),
  IP_ADDRESS("IpAddress", Sense.POSITIVE, IpRange::of),
  NOT_IP_ADDRESS("NotIpAddress", Sense.NEGATED, IpRange::of),
  BINARY_EQUALS("BinaryEquals", Sense.POSITIVE, BinaryOperand::of),
  NUMERIC_EQUALS("NumericEquals", Sense.POSITIVE, number(sign -> sign == 0)),
  NUMERIC_NOT_EQUALS("NumericNotEquals", Sense.NEGATED, number(sign -> sign == 0)),
  NUMERIC_LESS_THAN("NumericLessThan", Sense.POSITIVE, number(sign -> sign < 0)),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Sense.POSITIVE, number(sign -> sign <= 0)),
  NUMERIC_GREATER_THAN("NumericGreaterThan", Sense.POSITIVE, number(sign -> sign > 0)),
  NUMERIC_GREATER_THAN_EQUALS(
      "NumericGreaterThanEquals", Sense.POSITIVE, number(sign -> sign >= 0)),
  DATE_EQUALS("DateEquals", Sense.POSITIVE, date(sign -> sign == 0)),
  DATE_NOT_EQUALS("DateNotEquals", Sense.NEGATED, date(sign -> sign == 0)),
  DATE_LESS_THAN("DateLessThan", Sense.POSITIVE, date(sign -> sign < 0)),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", Sense.POSITIVE, date(sign -> sign <= 0)),
  DATE_GREATER_THAN("DateGreaterThan", Sense.POSITIVE, date(sign -> sign > 0)),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Sense.POSITIVE, date(sign -> sign >= 0));

  /** Whether a match with one of the values makes the condition true or false. */
  enum Sense {
    POSITIVE,
    NEGATED
  }

  private static final Map<String, Comparison> BY_NAME =
      Stream.of(values())
          .collect(Collectors.toMap(c -> c.text.toLowerCase(Locale.ROOT), Function.identity()));

  private final String text;
  private final Sense sense;

  @SuppressWarnings("ImmutableEnumChecker") // None of the functions above has any state.
  private final Function<String, Operand> compiler;

  Comparison(String text, Sense sense, Function<String, Operand> compiler) {
    this.text = text;
    this.sense = sense;
    this.compiler = compiler;
  }

  /** The comparison of that name in any case of letters, or empty. */
  static Optional<Comparison> parse(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  boolean isNegated() {
    return sense == Sense.NEGATED;
  }

  Operand compile(String value) {
    return compiler.apply(value);
  }

  private static Function<String, Operand> number(IntPredicate order) {
    return text -> OrderedOperand.number(text, order);
  }

  private static Function<String, Operand> date(IntPredicate order) {
    return text -> OrderedOperand.date(text, order);
  }
}
