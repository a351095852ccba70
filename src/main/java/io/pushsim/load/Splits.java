package io.pushsim.load;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.Alias;
import io.pushsim.load.measurement.Ran;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Holds what ran against the weights of the aliases. */
final class Splits {
  private Splits() {}

  /**
   * The splits of the aliases for which something ran, by their names.
   *
   * @param period in which it did, for people
   */
  static List<Split> of(
      String period, Map<Ran, Long> runs, Function<FunctionArn, Optional<Alias>> aliases) {
    Map<FunctionArn, Map<String, Long>> byTarget =
        new TreeMap<>(Comparator.comparing(FunctionArn::toString));
    runs.forEach(
        (ran, count) ->
            byTarget
                .computeIfAbsent(ran.target(), target -> new TreeMap<>())
                .put(ran.version(), count));
    List<Split> splits = new ArrayList<>();
    byTarget.forEach(
        (target, versions) ->
            aliases
                .apply(target)
                .ifPresent(alias -> splits.add(split(target, period, alias, versions))));
    return splits;
  }

  private static Split split(
      FunctionArn target, String period, Alias alias, Map<String, Long> runs) {
    Map<String, Double> weights = new LinkedHashMap<>(weights(alias));
    runs.keySet().forEach(version -> weights.putIfAbsent(version, 0.0));
    return Split.of(
        target,
        period,
        weights.entrySet().stream()
            .map(
                entry ->
                    new Split.Version(
                        entry.getKey(), entry.getValue(), runs.getOrDefault(entry.getKey(), 0L)))
            .toList());
  }

  /** The alias's versions with their weights, the primary first. */
  static Map<String, Double> weights(Alias alias) {
    Map<String, Double> weights = new LinkedHashMap<>();
    double additional = alias.additional().map(Alias.AdditionalVersion::weight).orElse(0.0);
    weights.put(
        alias.functionVersion(),
        BigDecimal.ONE.subtract(BigDecimal.valueOf(additional)).doubleValue());
    alias.additional().ifPresent(other -> weights.put(other.version(), other.weight()));
    return weights;
  }
}
