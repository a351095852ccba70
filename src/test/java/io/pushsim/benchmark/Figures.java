package io.pushsim.benchmark;

import java.util.Arrays;
import java.util.List;

/** Figures of several rounds, in words: the median, and all of them. */
final class Figures {
  private Figures() {}

  static String told(List<Double> values, String format) {
    return "%s (%s)".formatted(format.formatted(median(values)), all(values, format));
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String all(List<Double> values, String format) {
    return Arrays.toString(values.stream().map(format::formatted).toArray());
  }
}
