package io.pushsim.load;

import io.pushsim.arn.FunctionArn;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How an alias's runs were split between its versions, held against its weights.
 *
 * @param target the alias, as the bucket's configuration names it
 * @param period the part of the load, where an operation came in its middle; else empty text
 * @param chiSquare the distance from the weights (Pearson)
 * @param probability of such a distance or a larger one, where each run is drawn by the weights
 */
public record Split(
    FunctionArn target, String period, List<Share> shares, double chiSquare, double probability) {
  /** Below this probability a split is held not to be by the weights: once in a thousand loads. */
  static final double UNLIKELY = 0.001;

  /** Pearson's test is for versions that are to be expected so often. */
  private static final double EXPECTED_AT_LEAST = 5;

  private static final double CONFIDENCE = 0.95;

  public Split {
    shares = List.copyOf(shares);
  }

  /**
   * A version's share.
   *
   * @param weight what the alias says, from 0 to 1
   * @param from where the true share lies with a confidence of 95 % (Wilson's interval)
   */
  public record Share(
      String version, double weight, long runs, double share, double from, double to) {}

  /** What the alias's runs say of its weights. */
  public enum Verdict {
    /** They are as draws by the weights come out. */
    AGREES,
    /** Draws by the weights would hardly ever come out so. */
    DISAGREES,
    /** There are too few to tell. */
    TOO_FEW
  }

  /** A version's runs and weight. */
  record Version(String number, double weight, long runs) {}

  static Split of(FunctionArn target, String period, List<Version> versions) {
    long all = versions.stream().mapToLong(Version::runs).sum();
    double chiSquare = 0;
    for (Version version : versions) {
      double expected = version.weight() * all;
      double distance = version.runs() - expected;
      if (distance != 0) {
        chiSquare += distance * distance / expected;
      }
    }
    int drawn = (int) versions.stream().filter(version -> version.weight() > 0).count();
    return new Split(
        target,
        period,
        versions.stream().map(version -> share(version, all)).toList(),
        chiSquare,
        probability(chiSquare, drawn - 1));
  }

  private static double probability(double chiSquare, int degreesOfFreedom) {
    if (degreesOfFreedom == 0 || Double.isInfinite(chiSquare)) {
      return chiSquare == 0 ? 1 : 0;
    }
    return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquare);
  }

  private static Share share(Version version, long all) {
    double share = all == 0 ? 0 : (double) version.runs() / all;
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
    double size = 1 + z * z / Math.max(1, all);
    double middle = (share + z * z / (2 * Math.max(1, all))) / size;
    double half =
        z
            / size
            * Math.sqrt(
                share * (1 - share) / Math.max(1, all)
                    + z * z / (4.0 * Math.max(1, all) * Math.max(1, all)));
    return all == 0
        ? new Share(version.number(), version.weight(), 0, 0, 0, 1)
        : new Share(
            version.number(),
            version.weight(),
            version.runs(),
            share,
            Math.max(0, middle - half),
            Math.min(1, middle + half));
  }

  /** How many handlers have run. */
  public long runs() {
    return shares.stream().mapToLong(Share::runs).sum();
  }

  /** Whether the split is by the weights. */
  public Verdict verdict() {
    boolean enough =
        shares.stream()
            .allMatch(share -> share.weight() == 0 || share.weight() * runs() >= EXPECTED_AT_LEAST);
    if (runs() == 0 || (!enough && Double.isFinite(chiSquare))) {
      return Verdict.TOO_FEW;
    }
    return probability < UNLIKELY ? Verdict.DISAGREES : Verdict.AGREES;
  }
}
