package io.pushsim.policy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The value or values of a policy element as they are written: one alone, or a list.
 *
 * @param items strings; in a condition also booleans and numbers
 * @param list whether they stand in a list, be it of one
 */
public record Values(List<Object> items, boolean list) {

  public Values {
    items = List.copyOf(items);
    if (!list && items.size() != 1) {
      throw new IllegalArgumentException(
          items.size() + " values cannot stand alone: write them as a list");
    }
    items.forEach(Values::checkScalar);
  }

  public static Values of(String text) {
    return new Values(List.of(text), false);
  }

  public static Values listOf(String... texts) {
    return new Values(List.of((Object[]) texts), true);
  }

  /**
   * Reads what a JSON or YAML reader gives: a scalar, or a list of scalars.
   *
   * @throws IllegalArgumentException where it is something else
   */
  public static Values fromPlain(Object plain) {
    if (plain instanceof List<?> list) {
      if (list.stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException(
            "a list of values has an empty one: write a string, in quotes where need be");
      }
      return new Values(List.copyOf(list), true);
    }
    return new Values(List.of(plain), false);
  }

  /** The values as text, in order. */
  public List<String> texts() {
    return items.stream().map(String::valueOf).toList();
  }

  /** A scalar or a list of scalars, as it was written. */
  public Object toPlain() {
    return list ? items : items.get(0);
  }

  /** The values as a person would list them. */
  @Override
  public String toString() {
    return items.isEmpty()
        ? "nothing (an empty list)"
        : items.stream().map(String::valueOf).collect(Collectors.joining(" or "));
  }

  private static void checkScalar(Object item) {
    if (!(item instanceof String || item instanceof Boolean || item instanceof Number)) {
      throw new IllegalArgumentException(
          "'" + item + "' is no value of a policy element: write a string or a list of strings");
    }
  }
}
