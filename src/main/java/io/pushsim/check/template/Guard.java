package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Conditions that are taken to hold or not, because it is not known. */
final class Guard {
  static final Guard NONE = new Guard(Map.of(), Optional.empty());

  private final Map<String, Boolean> assumed;
  private final Optional<Symbol> reason;
  private final String label;

  private Guard(Map<String, Boolean> assumed, Optional<Symbol> reason) {
    this.assumed = assumed;
    this.reason = reason;
    this.label =
        assumed.entrySet().stream()
            .map(entry -> (entry.getValue() ? "" : "not ") + entry.getKey())
            .collect(Collectors.joining(", "));
  }

  /**
   * This guard, and one condition more.
   *
   * @param why what would make that known
   */
  Guard and(String condition, boolean holds, Symbol why) {
    Map<String, Boolean> more = new TreeMap<>(assumed);
    more.put(condition, holds);
    return new Guard(more, Optional.of(reason.orElse(why)));
  }

  /** What the condition is taken to be. */
  Optional<Boolean> holds(String condition) {
    return Optional.ofNullable(assumed.get(condition));
  }

  /** The conditions as a symbol, such as {@code IsProd, not IsEuropean}; empty where none is. */
  Optional<Symbol> symbol(String file) {
    return reason.map(why -> new Symbol(file + " " + label, label, Symbol.Kind.ANY, why.remedy()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Guard guard && label.equals(guard.label);
  }

  // The label's hash: that of a map is a sum, which is the same for many guards.
  @Override
  public int hashCode() {
    return label.hashCode();
  }
}
