package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import java.util.Optional;

/**
 * Whether a condition holds.
 *
 * @param value empty where it is not known
 * @param reason then what would make it known
 */
record Truth(Optional<Boolean> value, Optional<Symbol> reason) {
  static Truth of(boolean value) {
    return new Truth(Optional.of(value), Optional.empty());
  }

  static Truth undecided(Symbol reason) {
    return new Truth(Optional.empty(), Optional.of(reason));
  }

  boolean is(boolean expected) {
    return value.filter(known -> known == expected).isPresent();
  }

  Truth negated() {
    return new Truth(value.map(known -> !known), reason);
  }

  /** This and the other: where one does not hold, the other need not be known. */
  Truth and(Truth other) {
    if (is(false) || other.is(true)) {
      return this;
    }
    return is(true) || other.is(false) ? other : this;
  }

  Truth or(Truth other) {
    return negated().and(other.negated()).negated();
  }
}
