package io.pushsim.scenario;

import io.pushsim.scenario.report.ReplayAudience;
import io.pushsim.scenario.report.StepReport;
import io.pushsim.scenario.report.StoryReport;
import java.time.Instant;
import java.util.List;

/** Plays stories, each in a world of its own. */
public final class Replayer {
  private final World.Factory worlds;

  public Replayer(World.Factory worlds) {
    this.worlds = worlds;
  }

  /**
   * Plays the story to its end, whatever fails on the way.
   *
   * @throws ScenarioException where a bucket cannot be made or a file has gone since it was checked
   */
  public StoryReport replay(Story story, ReplayAudience audience) {
    StoredObjects objects = new StoredObjects();
    try (World world = worlds.create(story.setting(objects))) {
      story.buckets().forEach(bucket -> StandingBuckets.create(story, bucket, world));
      StoryReport beginning = report(story, world.time().instant(), List.of());
      audience.storyBegan(beginning);
      StoryReport played =
          beginning.with(new Performance(story, world, objects, audience::stepEnded).play());
      audience.storyEnded(played);
      return played;
    }
  }

  private static StoryReport report(Story story, Instant start, List<StepReport> steps) {
    return new StoryReport(
        story.file(),
        story.name(),
        story.heading().account(),
        story.heading().region(),
        story.heading().seed(),
        start.toString(),
        steps);
  }
}
