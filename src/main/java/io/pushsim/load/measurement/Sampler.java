package io.pushsim.load.measurement;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Looks at the measurements again and again, and keeps what it sees. For one thread. */
public final class Sampler {
  private static final double NANOS = 1e9;
  private static final double MEGABYTE = 1 << 20;
  private static final double MILLIS = 1e3;

  private final Measurements measurements;
  private final long begin;
  private final Map<Stage, Histogram> totals = new EnumMap<>(Stage.class);
  private final List<Moment> moments = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HistogramLogWriter logWriter =
      new HistogramLogWriter(new PrintStream(log, false, StandardCharsets.UTF_8));
  private Counts counts = Counts.NONE;
  private long last;
  private final Supplier<ProcessFigures> simulator;
  private ProcessFigures process;
  private ProcessFigures first;
  private double mostHeap;
  private boolean measuring;

  /**
   * @param simulator tells what the simulator's process has used until now
   * @param begin when the measuring begins, as {@link System#nanoTime} counts
   * @param now when the warm-up begins, likewise
   */
  public Sampler(
      Measurements measurements, Supplier<ProcessFigures> simulator, long begin, long now) {
    this.measurements = measurements;
    this.simulator = simulator;
    process = simulator.get();
    first = process;
    this.begin = begin;
    this.last = now;
    for (Stage stage : Stage.values()) {
      totals.put(stage, new Histogram(3));
    }
    logWriter.outputLogFormatVersion();
    logWriter.outputComment("[Nanoseconds from when a push was meant to be sent, by its stage]");
    logWriter.outputLegend();
  }

  /**
   * Looks.
   *
   * @param asked the rate that is asked for now
   */
  public Moment look(long now, double asked) {
    Map<Stage, Histogram> taken = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      taken.put(stage, taken(stage));
    }
    Counts current = measurements.counts();
    ProcessFigures used = simulator.get();
    double seconds = (now - last) / NANOS;
    Latency end = new Latency(taken.getOrDefault(Stage.END, new Histogram(3)));
    Moment moment =
        new Moment(
            (now - begin) / NANOS,
            asked,
            (current.sent() - counts.sent()) / seconds,
            (current.ended() - counts.ended()) / seconds,
            end.percentile(50),
            end.percentile(99),
            measurements.underWay(),
            (used.cpuNanos() - process.cpuNanos()) / NANOS / seconds,
            used.heapBytes() / MEGABYTE,
            more(current.runs(), counts.runs()));
    keep(moment, used);
    counts = current;
    last = now;
    process = used;
    return moment;
  }

  private void keep(Moment moment, ProcessFigures used) {
    moments.add(moment);
    if (!measuring && moment.second() >= 0) {
      measuring = true;
      // From the last look before: what the first interval used belongs to it.
      first = process;
    }
    if (measuring) {
      mostHeap = Math.max(mostHeap, used.heapBytes() / MEGABYTE);
    }
  }

  private Histogram taken(Stage stage) {
    Histogram interval = measurements.take(stage);
    if (interval.getTotalCount() > 0) {
      totals.computeIfAbsent(stage, none -> new Histogram(3)).add(interval);
      interval.setTag(stage.word());
      logWriter.outputIntervalHistogram(interval);
    }
    return interval;
  }

  private static Map<String, Long> more(Map<Ran, Long> now, Map<Ran, Long> before) {
    Map<String, Long> more = new HashMap<>();
    now.forEach(
        (ran, count) -> more.merge(ran.version(), count - before.getOrDefault(ran, 0L), Long::sum));
    return more;
  }

  /** Everything that was seen. */
  public List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** What was counted at the last look. */
  public Counts counts() {
    return counts;
  }

  /** How long the stages took. */
  public Map<Stage, Latency> latencies() {
    Map<Stage, Latency> latencies = new EnumMap<>(Stage.class);
    totals.forEach((stage, total) -> latencies.put(stage, new Latency(total.copy())));
    return latencies;
  }

  /** What the process used since the measuring began. */
  public Resources resources() {
    double seconds = (last - begin) / NANOS;
    return !measuring || seconds <= 0
        ? Resources.NONE
        : new Resources(
            (process.cpuNanos() - first.cpuNanos()) / NANOS / seconds,
            mostHeap,
            (process.collectionMillis() - first.collectionMillis()) / MILLIS);
  }

  /** The intervals' histograms in HdrHistogram's log format, tagged with the stages. */
  public String log() {
    return log.toString(StandardCharsets.UTF_8);
  }
}
