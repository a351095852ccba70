package io.pushsim.load;

import io.pushsim.load.measurement.Counts;
import io.pushsim.load.measurement.Latency;
import io.pushsim.load.measurement.Moment;
import io.pushsim.load.measurement.Resources;
import io.pushsim.load.measurement.Stage;
import java.util.List;
import java.util.Map;

/**
 * What a load came to.
 *
 * @param rates what was asked for and what was reached
 * @param latencies of all stages
 * @param switches operations in its middle
 * @param moments how it went, the warm-up included
 * @param histogramLog in HdrHistogram's log format
 */
public record LoadResult(
    Ending ending,
    Rates rates,
    Counts counts,
    Map<Stage, Latency> latencies,
    List<Split> splits,
    List<Switch> switches,
    List<Moment> moments,
    Resources resources,
    String histogramLog) {

  public LoadResult {
    latencies = Map.copyOf(latencies);
    splits = List.copyOf(splits);
    switches = List.copyOf(switches);
    moments = List.copyOf(moments);
  }

  /**
   * Pushes a second, on average over the time in which pushes were sent.
   *
   * @param seconds that time, without the warm-up
   * @param asked by the plan
   * @param sent by the generator
   * @param ended while it sent
   */
  public record Rates(double seconds, double asked, double sent, double ended) {}

  /** How long a stage took. */
  public Latency latency(Stage stage) {
    Latency latency = latencies.get(stage);
    if (latency == null) {
      throw new IllegalStateException("no latency of " + stage);
    }
    return latency;
  }

  /** Whether the generator was what bounded the load, and how late it was. */
  public GeneratorLimit generatorLimit() {
    return GeneratorLimit.of(this);
  }
}
