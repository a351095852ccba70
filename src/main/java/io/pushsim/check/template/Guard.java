package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Conditions that are taken to hold or not, because it is not known.
 *
 * @param assumed by the condition's name
 * @param reason what would make it known
 */
record Guard(Map<String, Boolean> assumed, Optional<Symbol> reason) {
  static final Guard NONE = new Guard(Map.of(), Optional.empty());

  Guard and(String condition, boolean holds, Symbol why) {
    Map<String, Boolean> more = new TreeMap<>(assumed);
    more.put(condition, holds);
    return new Guard(more, Optional.of(reason.orElse(why)));
  }

  Optional<Boolean> holds(String condition) {
    return Optional.ofNullable(assumed.get(condition));
  }

  /**
   * The condition as a symbol, such as {@code IsProd, not IsEuropean}; empty where there is none.
   */
  Optional<Symbol> symbol(String file) {
    return reason.map(
        why -> {
          String label =
              assumed.entrySet().stream()
                  .map(entry -> (entry.getValue() ? "" : "not ") + entry.getKey())
                  .collect(Collectors.joining(", "));
          return new Symbol(file + " " + label, label, Symbol.Kind.ANY, why.remedy());
        });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Guard guard && assumed.equals(guard.assumed);
  }

  @Override
  public int hashCode() {
    return assumed.hashCode();
  }
}
