package io.pushsim.cli;

import io.pushsim.load.LoadPlan;
import io.pushsim.load.report.FormerLoad;
import io.pushsim.load.threshold.Threshold;
import io.pushsim.scenario.WrittenOperation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code load} is to do, whatever the scenario.
 *
 * @param aim what it is driven at
 * @param interludes operations in its middle
 * @param routingAlone whether nothing runs
 * @param former the load that it is compared with
 */
record LoadSettings(
    LoadPace pace,
    Duration drain,
    int mostUnderWay,
    LoadAim aim,
    List<TimedOperation> interludes,
    boolean routingAlone,
    List<Threshold> thresholds,
    Optional<FormerLoad> former) {
  LoadSettings {
    interludes = List.copyOf(interludes);
    thresholds = List.copyOf(thresholds);
  }

  /** An operation in the middle of a load. */
  record TimedOperation(Duration at, String words, WrittenOperation operation) {}

  /** The plan for a story. */
  LoadPlan plan(LoadStage stage) {
    return new LoadPlan(pace.schedule(stage.events()), drain, mostUnderWay, stage.setting().seed());
  }
}
