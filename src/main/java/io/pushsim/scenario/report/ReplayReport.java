package io.pushsim.scenario.report;

import java.util.List;

/** What a whole replay came to: its stories in the order in which they were replayed. */
public record ReplayReport(List<StoryReport> stories) {
  public ReplayReport {
    stories = List.copyOf(stories);
  }

  public boolean passed() {
    return stories.stream().allMatch(StoryReport::passed);
  }
}
