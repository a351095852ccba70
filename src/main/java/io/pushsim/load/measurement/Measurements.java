package io.pushsim.load.measurement;

import io.pushsim.load.Shot;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Takes in what comes of pushes, from any thread. Times are as {@link System#nanoTime} counts. What
 * belongs to the warm-up counts as under way, and for nothing else.
 */
public final class Measurements {
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Map<Stage, Recorder> recorders = new EnumMap<>(Stage.class);
  private final LongAdder underWay = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder denied = new LongAdder();
  private final LongAdder throttles = new LongAdder();
  private final LongAdder coldStarts = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final ConcurrentMap<String, LongAdder> errors = new ConcurrentHashMap<>();
  private final ConcurrentMap<Ran, LongAdder> runs = new ConcurrentHashMap<>();

  private final ConcurrentMap<Ran, LongAccumulator> lastRuns = new ConcurrentHashMap<>();

  public Measurements() {
    for (Stage stage : Stage.values()) {
      recorders.put(stage, new Recorder(SIGNIFICANT_DIGITS));
    }
  }

  /** A push is being sent. */
  public void sent(Shot shot, long now) {
    underWay.increment();
    if (shot.isMeasured()) {
      sent.increment();
      record(Stage.SENT, shot, now);
    }
  }

  /** A push was accepted. */
  public void accepted(Shot shot, long now) {
    if (shot.isMeasured()) {
      record(Stage.ACCEPTED, shot, now);
    }
  }

  /** The target's policy was asked. */
  public void decided(Shot shot, long now) {
    if (shot.isMeasured()) {
      record(Stage.DECISION, shot, now);
    }
  }

  /** A push was not let pass. */
  public void denied(Shot shot) {
    if (shot.isMeasured()) {
      denied.increment();
    }
  }

  /** A handler's run began. */
  public void started(Shot shot, long now) {
    if (shot.isMeasured()) {
      record(Stage.START, shot, now);
    }
  }

  /**
   * A handler has run, with or without success.
   *
   * @param chosen when its version was
   */
  public void ran(Shot shot, Ran ran, boolean coldStart, long chosen) {
    if (shot.isMeasured()) {
      add(runs, ran);
      last(ran).accumulate(chosen);
      if (coldStart) {
        coldStarts.increment();
      }
    }
  }

  /** A delivery could not run since a limit was reached. */
  public void throttled(Shot shot) {
    if (shot.isMeasured()) {
      throttles.increment();
    }
  }

  /** Something went wrong with a push. */
  public void failed(Shot shot, String kind) {
    if (shot.isMeasured()) {
      add(errors, kind);
      if (shot.failsFirst()) {
        failed.increment();
      }
    }
  }

  /** A push has come to its end with a handler's run, or with its routing where none runs. */
  public void done(Shot shot, long now) {
    if (shot.isMeasured()) {
      record(Stage.END, shot, now);
    }
  }

  /** Nothing more will come of a push. */
  public void over(Shot shot) {
    underWay.decrement();
    if (shot.isMeasured()) {
      ended.increment();
    }
  }

  private static <K> void add(ConcurrentMap<K, LongAdder> counts, K key) {
    LongAdder known = counts.get(key);
    (known == null ? counts.computeIfAbsent(key, first -> new LongAdder()) : known).increment();
  }

  private Recorder recorder(Stage stage) {
    return Objects.requireNonNull(recorders.get(stage));
  }

  private void record(Stage stage, Shot shot, long now) {
    recorder(stage).recordValue(Math.max(0, now - shot.due()));
  }

  private LongAccumulator last(Ran ran) {
    LongAccumulator known = lastRuns.get(ran);
    return known == null
        ? lastRuns.computeIfAbsent(ran, first -> new LongAccumulator(Math::max, Long.MIN_VALUE))
        : known;
  }

  /** When each version was chosen for the last time. */
  public Map<Ran, Long> lastRuns() {
    return lastRuns.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get()));
  }

  /** How many pushes have been sent and have not come to their end, the warm-up's included. */
  public long underWay() {
    return underWay.sum();
  }

  /** What has been counted so far. */
  public Counts counts() {
    return new Counts(
        sent.sum(),
        ended.sum(),
        denied.sum(),
        throttles.sum(),
        coldStarts.sum(),
        failed.sum(),
        sums(errors),
        sums(runs));
  }

  private static <K> Map<K, Long> sums(ConcurrentMap<K, LongAdder> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
  }

  /** What a stage took since the last call, in nanoseconds. */
  Histogram take(Stage stage) {
    return recorder(stage).getIntervalHistogram();
  }
}
