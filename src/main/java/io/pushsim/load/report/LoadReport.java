package io.pushsim.load.report;

import io.pushsim.load.Ending;
import io.pushsim.load.LoadResult;
import io.pushsim.load.threshold.Threshold;
import java.util.List;
import java.util.Optional;

/**
 * A load, what came of it, and what was to come of it.
 *
 * @param former the load that it is compared with
 */
public record LoadReport(
    Setting setting,
    LoadResult result,
    List<Threshold.Verdict> thresholds,
    Optional<FormerLoad> former) {

  public LoadReport {
    thresholds = List.copyOf(thresholds);
  }

  /**
   * Whether it came to its planned end, every operation in its middle was carried out, and every
   * threshold was kept.
   */
  public boolean passed() {
    return result.ending().kind() == Ending.Kind.AS_PLANNED
        && result.switches().stream().allMatch(each -> each.refusal().isEmpty())
        && thresholds.stream().allMatch(Threshold.Verdict::passed);
  }
}
