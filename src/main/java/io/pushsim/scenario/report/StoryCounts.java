package io.pushsim.scenario.report;

import io.pushsim.display.Figures;
import java.util.List;

/** How many of what a story, or a whole replay, had. */
record StoryCounts(int steps, int failedSteps, int deliveries, int allowed, int denied) {

  static StoryCounts of(StoryReport story) {
    StoryCounts sum = new StoryCounts(0, 0, 0, 0, 0);
    for (StepReport step : story.steps()) {
      sum = sum.plus(of(step));
    }
    return sum;
  }

  static StoryCounts of(ReplayReport replay) {
    StoryCounts sum = new StoryCounts(0, 0, 0, 0, 0);
    for (StoryReport story : replay.stories()) {
      sum = sum.plus(of(story));
    }
    return sum;
  }

  private static StoryCounts of(StepReport step) {
    int failed = step.passed() ? 0 : 1;
    if (step.repeated().isPresent()) {
      RepeatReport sums = step.repeated().get();
      return new StoryCounts(1, failed, sums.deliveries(), sums.allowed(), sums.denied());
    }
    List<DeliveryReport> deliveries =
        step.pushes().stream()
            .flatMap(push -> push.deliveries().stream())
            .filter(delivery -> !delivery.toldBefore())
            .toList();
    int allowed = (int) deliveries.stream().filter(DeliveryReport::allowed).count();
    return new StoryCounts(1, failed, deliveries.size(), allowed, deliveries.size() - allowed);
  }

  private StoryCounts plus(StoryCounts other) {
    return new StoryCounts(
        steps + other.steps,
        failedSteps + other.failedSteps,
        deliveries + other.deliveries,
        allowed + other.allowed,
        denied + other.denied);
  }

  /** {@code 9 stories, 71 steps, 0 failed}. */
  static String sentence(ReplayReport replay) {
    StoryCounts counts = of(replay);
    return Figures.count(replay.stories().size(), "story", "stories")
        + ", "
        + Figures.count(counts.steps, "step", "steps")
        + ", "
        + Figures.number(counts.failedSteps)
        + " failed";
  }

  /** {@code 12 steps, 1 failed}. */
  String stepsSentence() {
    return Figures.count(steps, "step", "steps")
        + (failedSteps == 0 ? "" : ", " + Figures.number(failedSteps) + " failed");
  }

  /** {@code 12 steps, 3 deliveries (2 allowed, 1 denied)}. */
  String sentence() {
    String pushed =
        deliveries == 0
            ? ""
            : ", "
                + Figures.count(deliveries, "delivery", "deliveries")
                + " ("
                + Figures.number(allowed)
                + " allowed, "
                + Figures.number(denied)
                + " denied)";
    return stepsSentence() + pushed;
  }
}
