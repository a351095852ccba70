package io.pushsim.load.threshold;

import java.util.Arrays;
import java.util.Optional;

/** How what was measured must stand to a bound. */
enum Relation {
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">="),
  EQUAL("=");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  /** The relation of a sign; {@code ==} is {@code =}. */
  static Optional<Relation> of(String sign) {
    String one = sign.equals("==") ? "=" : sign;
    return Arrays.stream(values()).filter(relation -> relation.sign.equals(one)).findFirst();
  }

  /**
   * Whether it holds.
   *
   * @param tolerance how far from equal still is
   */
  boolean holds(double measured, double bound, double tolerance) {
    return switch (this) {
      case LESS -> measured < bound;
      case AT_MOST -> measured <= bound;
      case MORE -> measured > bound;
      case AT_LEAST -> measured >= bound;
      case EQUAL -> Math.abs(measured - bound) <= tolerance;
    };
  }
}
