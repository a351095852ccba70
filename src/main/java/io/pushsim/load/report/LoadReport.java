package io.pushsim.load.report;

import io.pushsim.load.Ending;
import io.pushsim.load.LoadResult;
import io.pushsim.load.threshold.Threshold;
import java.util.List;

/** A load, what came of it, and what was to come of it. */
public record LoadReport(Setting setting, LoadResult result, List<Threshold.Verdict> thresholds) {

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
