package io.pushsim.check.setup;

import io.pushsim.document.Place;

/**
 * Where something is said.
 *
 * @param reference how the input itself refers to it: a template's logical id, a plan's address
 *     such as {@code aws_lambda_alias.prod}; empty where the form has no such names
 */
public record Origin(Dialect dialect, Place place, String reference) {
  public static Origin of(Dialect dialect, Place place) {
    return new Origin(dialect, place, "");
  }
}
