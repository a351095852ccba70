package io.pushsim.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** An operand that is a number or a date, held against the request's by order. */
final class OrderedOperand<T extends Comparable<T>> implements Operand {
  private final Function<String, Optional<T>> parser;
  private final Optional<T> expected;
  private final IntPredicate order;

  private OrderedOperand(String text, Function<String, Optional<T>> parser, IntPredicate order) {
    this.parser = parser;
    this.expected = parser.apply(text);
    this.order = order;
  }

  /**
   * A number.
   *
   * @param order told the sign of the request's number compared with the policy's
   */
  static Operand number(String text, IntPredicate order) {
    return new OrderedOperand<>(text, OrderedOperand::parseNumber, order);
  }

  /**
   * A date.
   *
   * @param order told the sign of the request's date compared with the policy's
   */
  static Operand date(String text, IntPredicate order) {
    return new OrderedOperand<>(text, DateText::parse, order);
  }

  @Override
  public boolean accepts(String actual, AccessRequest request, boolean variables) {
    Optional<T> value = parser.apply(actual);
    return expected.isPresent()
        && value.isPresent()
        && order.test(value.get().compareTo(expected.get()));
  }

  private static Optional<BigDecimal> parseNumber(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty(); // What is no number equals none and has no order.
    }
  }
}
