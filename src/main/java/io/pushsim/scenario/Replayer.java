package io.pushsim.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
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
      createBuckets(story, world);
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

  private static void createBuckets(Story story, World world) {
    for (Story.Bucket bucket : story.buckets()) {
      ObjectNode parameters = JsonNodeFactory.instance.objectNode();
      parameters.put("Bucket", bucket.name());
      if (!bucket.region().equals("us-east-1")) {
        parameters
            .putObject("CreateBucketConfiguration")
            .put("LocationConstraint", bucket.region());
      }
      try {
        world.call(bucket.owner(), "CreateBucket", parameters);
      } catch (SimulatorException refused) {
        String message = "bucket \"%s\" cannot be: %s: %s";
        throw new ScenarioException(
            story
                .document()
                .problemAtKey(
                    bucket.pointer(),
                    String.format(
                        message, bucket.name(), refused.code().shapeName(), refused.message())));
      }
    }
  }
}
