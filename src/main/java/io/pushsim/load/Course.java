package io.pushsim.load;

import io.pushsim.arn.FunctionArn;
import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.Alias;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.measurement.Ran;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The operations in the middle of a load, and the runs between them: aliases have other weights
 * after each. For one thread.
 */
final class Course {
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e6;

  private final List<Interlude> left;
  private final LoadTarget target;
  private final Measurements measurements;
  private final long begin;
  private final List<Done> done = new ArrayList<>();

  /**
   * An operation that was called.
   *
   * @param at when, as {@link System#nanoTime} counts
   * @param runs until then
   * @param aliases as they were before
   */
  private record Done(
      Interlude interlude,
      long at,
      long answered,
      Optional<String> refusal,
      Map<Ran, Long> runs,
      Map<FunctionArn, Alias> aliases) {}

  /**
   * @param begin when the measuring begins, as {@link System#nanoTime} counts
   */
  Course(List<Interlude> interludes, LoadTarget target, Measurements measurements, long begin) {
    this.left = new ArrayList<>(interludes);
    left.sort(Comparator.comparing(Interlude::at));
    this.target = target;
    this.measurements = measurements;
    this.begin = begin;
  }

  /** Calls what is due, one after the other, and waits for the answers. */
  void advance(long now) {
    while (!left.isEmpty() && now - begin >= left.get(0).at().toNanos()) {
      call(left.remove(0));
    }
  }

  private void call(Interlude interlude) {
    Map<Ran, Long> runs = measurements.counts().runs();
    Map<FunctionArn, Alias> aliases = target.aliases();
    long at = System.nanoTime();
    Optional<String> refusal = Optional.empty();
    try {
      interlude.operation().get().toCompletableFuture().join();
    } catch (CompletionException e) {
      if (!(Failures.cause(e) instanceof SimulatorException refused)) {
        throw e;
      }
      refusal = Optional.of(refused.code().shapeName() + ": " + refused.message());
    }
    done.add(new Done(interlude, at, System.nanoTime(), refusal, runs, aliases));
  }

  /**
   * The splits of all times between the operations.
   *
   * @param all runs there were
   */
  List<Split> splits(Map<Ran, Long> all) {
    List<Split> splits = new ArrayList<>();
    Map<Ran, Long> before = Map.of();
    Map<FunctionArn, Alias> former = Map.of();
    String from = "";
    for (Done each : done) {
      String period = from + "until " + second(each);
      splits.addAll(
          Splits.of(period, less(each.runs(), before, former, each.aliases()), target(each)));
      before = each.runs();
      former = each.aliases();
      from = "from " + second(each) + " ";
    }
    Map<FunctionArn, Alias> now = target.aliases();
    splits.addAll(
        Splits.of(
            from.strip(),
            less(all, before, former, now),
            arn -> Optional.ofNullable(now.get(arn))));
    return splits;
  }

  private static Function<FunctionArn, Optional<Alias>> target(Done each) {
    return arn -> Optional.ofNullable(each.aliases().get(arn));
  }

  private String second(Done each) {
    return String.format(Locale.ROOT, "%.1f s", (each.at() - begin) / NANOS);
  }

  /**
   * The runs of a time. What was still under way when an operation came, and ran a version that
   * only had a weight before, is not held against the weights.
   */
  private static Map<Ran, Long> less(
      Map<Ran, Long> all,
      Map<Ran, Long> before,
      Map<FunctionArn, Alias> former,
      Map<FunctionArn, Alias> now) {
    Map<Ran, Long> less = new HashMap<>();
    all.forEach(
        (ran, count) -> {
          long runs = count - before.getOrDefault(ran, 0L);
          boolean isLate = hasWeight(former, ran) && !hasWeight(now, ran);
          if (runs > 0 && !isLate) {
            less.put(ran, runs);
          }
        });
    return less;
  }

  private static boolean hasWeight(Map<FunctionArn, Alias> aliases, Ran ran) {
    Alias alias = aliases.get(ran.target());
    return alias != null && Splits.weights(alias).getOrDefault(ran.version(), 0.0) > 0;
  }

  /** What came of the operations, at the load's end. */
  List<Switch> switches() {
    List<Switch> switches = new ArrayList<>();
    Map<Ran, Long> last = measurements.lastRuns();
    for (int i = 0; i < done.size(); i++) {
      Done each = done.get(i);
      Map<FunctionArn, Alias> after =
          i + 1 < done.size() ? done.get(i + 1).aliases() : target.aliases();
      switches.add(
          new Switch(
              (each.at() - begin) / NANOS,
              each.interlude().words(),
              (each.answered() - each.at()) / MILLIS,
              each.refusal(),
              last.entrySet().stream()
                  .filter(
                      entry ->
                          hasWeight(each.aliases(), entry.getKey())
                              && !hasWeight(after, entry.getKey()))
                  .map(
                      entry ->
                          new Switch.LastRun(
                              entry.getKey().target().shortName(),
                              entry.getKey().version(),
                              Math.max(0, entry.getValue() - each.at()) / MILLIS))
                  .toList()));
    }
    return switches;
  }
}
