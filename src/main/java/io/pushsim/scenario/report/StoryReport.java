package io.pushsim.scenario.report;

import java.util.List;

/**
 * What one scenario file came to.
 *
 * @param file the file as the person named it
 * @param name the story's title
 * @param start the virtual time at its start, ISO 8601
 */
public record StoryReport(
    String file,
    String name,
    String account,
    String region,
    long seed,
    String start,
    List<StepReport> steps) {
  public StoryReport {
    steps = List.copyOf(steps);
  }

  /** The same story with its steps. */
  public StoryReport with(List<StepReport> played) {
    return new StoryReport(file, name, account, region, seed, start, played);
  }

  public boolean passed() {
    return steps.stream().allMatch(StepReport::passed);
  }
}
