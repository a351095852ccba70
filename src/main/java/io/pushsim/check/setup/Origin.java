package io.pushsim.check.setup;

import io.pushsim.document.Place;
import java.util.Optional;

/**
 * Where something is said.
 *
 * @param reference how the input itself refers to it: a template's logical id, a plan's address
 *     such as {@code aws_lambda_alias.prod}; empty where the form has no such names
 * @param onlyIf the condition under which it is there at all, where it is not known whether that
 *     holds
 */
public record Origin(Dialect dialect, Place place, String reference, Optional<Symbol> onlyIf) {

  /** Where something is said that is there in any case. */
  public Origin(Dialect dialect, Place place, String reference) {
    this(dialect, place, reference, Optional.empty());
  }

  public static Origin of(Dialect dialect, Place place) {
    return new Origin(dialect, place, "");
  }
}
