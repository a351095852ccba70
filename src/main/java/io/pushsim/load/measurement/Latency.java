package io.pushsim.load.measurement;

import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** How long one stage took, of all pushes that came to it, in milliseconds. */
public final class Latency {
  private static final double NANOS = 1e6;

  private final Histogram histogram;

  /**
   * @param histogram in nanoseconds, not changed any more
   */
  Latency(Histogram histogram) {
    this.histogram = histogram;
  }

  /** How many pushes came to the stage. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** The time within which so many percent of them did; empty where none did. */
  public OptionalDouble percentile(double percent) {
    return of((double) histogram.getValueAtPercentile(percent));
  }

  /** The longest; empty where none came to the stage. */
  public OptionalDouble max() {
    return of((double) histogram.getMaxValue());
  }

  /** The mean; empty where none came to the stage. */
  public OptionalDouble mean() {
    return of(histogram.getMean());
  }

  private OptionalDouble of(double nanos) {
    return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(nanos / NANOS);
  }
}
