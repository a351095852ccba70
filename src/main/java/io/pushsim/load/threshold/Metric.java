package io.pushsim.load.threshold;

import io.pushsim.load.LoadResult;
import io.pushsim.load.measurement.Counts;
import io.pushsim.load.measurement.Latency;
import io.pushsim.load.measurement.Ran;
import io.pushsim.load.measurement.Stage;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that is measured, and can be held against a bound.
 *
 * @param name as it is written
 * @param value of a load: a time in milliseconds, a rate in pushes a second, a count, or a share
 *     from 0 to 1; empty where nothing was measured
 * @param share the count's share of the pushes; empty where it is no count
 */
record Metric(
    String name,
    Unit unit,
    Function<LoadResult, OptionalDouble> value,
    Optional<Function<LoadResult, OptionalDouble>> share) {
  /** The names, for messages. */
  static final String NAMES =
      "p50, p99, p(99.9), max, mean, rate, errors, denied, throttles, coldstarts, unfinished, split(VERSION)";

  private static final Pattern PERCENTILE =
      Pattern.compile("p(?:\\((\\d{1,3}(?:\\.\\d{1,4})?)\\)|(\\d{1,3}(?:\\.\\d{1,4})?))");
  private static final Pattern SPLIT = Pattern.compile("split\\(([^()]+)\\)");

  /** What its values are. */
  enum Unit {
    TIME,
    RATE,
    COUNT,
    SHARE
  }

  /** The metric of this name; empty where there is none. */
  static Optional<Metric> parse(String name) {
    Matcher percentile = PERCENTILE.matcher(name);
    if (percentile.matches()) {
      String digits = percentile.group(1) == null ? percentile.group(2) : percentile.group(1);
      double percent = Double.parseDouble(digits);
      return percent <= 100
          ? Optional.of(time(name, latency -> latency.percentile(percent)))
          : Optional.empty();
    }
    Matcher split = SPLIT.matcher(name);
    if (split.matches()) {
      return Optional.of(share(name, result -> split(result, split.group(1))));
    }
    return switch (name) {
      case "max" -> Optional.of(time(name, Latency::max));
      case "mean" -> Optional.of(time(name, Latency::mean));
      case "rate" ->
          Optional.of(
              new Metric(
                  name,
                  Unit.RATE,
                  result -> OptionalDouble.of(result.rates().ended()),
                  Optional.empty()));
      case "errors" -> Optional.of(count(name, counts -> seen(counts, counts.failed())));
      case "denied" -> Optional.of(count(name, counts -> seen(counts, counts.denied())));
      case "throttles" -> Optional.of(count(name, counts -> seen(counts, counts.throttles())));
      case "coldstarts" -> Optional.of(count(name, counts -> seen(counts, counts.coldStarts())));
      case "unfinished" ->
          Optional.of(count(name, counts -> OptionalDouble.of((double) counts.unfinished())));
      default -> Optional.empty();
    };
  }

  private static Metric time(String name, Function<Latency, OptionalDouble> value) {
    return new Metric(
        name, Unit.TIME, result -> value.apply(result.latency(Stage.END)), Optional.empty());
  }

  private static Metric share(String name, Function<LoadResult, OptionalDouble> value) {
    return new Metric(name, Unit.SHARE, value, Optional.of(value));
  }

  private static Metric count(String name, Function<Counts, OptionalDouble> count) {
    return new Metric(
        name,
        Unit.COUNT,
        result -> count.apply(result.counts()),
        Optional.of(
            result -> {
              OptionalDouble counted = count.apply(result.counts());
              return counted.isEmpty()
                  ? counted
                  : part(counted.getAsDouble(), result.counts().sent());
            }));
  }

  /** That nothing was counted says nothing where no push has come to its end. */
  private static OptionalDouble seen(Counts counts, long count) {
    return count == 0 && counts.ended() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count);
  }

  /** Of all runs, whichever function's they are. */
  private static OptionalDouble split(LoadResult result, String version) {
    Map<Ran, Long> runs = result.counts().runs();
    long all = runs.values().stream().mapToLong(Long::longValue).sum();
    long those =
        runs.entrySet().stream()
            .filter(entry -> entry.getKey().version().equals(version))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return part((double) those, all);
  }

  private static OptionalDouble part(double part, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / all);
  }
}
