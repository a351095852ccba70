package io.pushsim.cli;

import io.pushsim.load.DrawnSchedule;
import io.pushsim.load.KeyTemplate;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.Mix;
import io.pushsim.load.RatePlan;
import io.pushsim.load.RecordedSchedule;
import io.pushsim.load.Schedule;
import io.pushsim.scenario.Staging;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What gives a load its events and their times: a planned rate, or a recording. */
sealed interface LoadPace {
  /** How long it is measured. */
  Duration duration();

  /**
   * Sets up what stands when the load begins.
   *
   * @param world in which it is to stand
   * @throws io.pushsim.scenario.ScenarioException where that cannot be, or there is nothing to send
   */
  Pattern pattern(Staging staging, StoryWorld world);

  /**
   * What is sent, and when.
   *
   * @param events those of the pattern
   */
  Schedule schedule(List<LoadEvent> events);

  /** An event of the pattern, for people. */
  String words(LoadEvent event);

  /**
   * What is sent.
   *
   * @param events each with how often it comes, or comes beside the others
   * @param leftOut how many operations behind the first event step were not carried out
   */
  record Pattern(List<LoadEvent> events, int leftOut) {
    public Pattern {
      events = List.copyOf(events);
    }
  }

  /**
   * The story's event steps, again and again.
   *
   * @param even whether pushes come at equal distances
   * @param payload what all objects hold that are put, in the place of what the steps say
   */
  record Drawn(
      RatePlan rate,
      boolean even,
      Duration duration,
      Duration warmUp,
      KeyTemplate keys,
      Optional<Payload> payload)
      implements LoadPace {
    @Override
    public Pattern pattern(Staging staging, StoryWorld world) {
      Staging.Staged staged = staging.play(world);
      return new Pattern(
          new LoadPattern(world.state(), payload).of(staged.events()), staged.leftOut());
    }

    @Override
    public Schedule schedule(List<LoadEvent> events) {
      return new DrawnSchedule(rate, even, duration, warmUp, new Mix(events, keys));
    }

    @Override
    public String words(LoadEvent event) {
      return "%d × %s %s/%s"
          .formatted(
              event.weight(),
              event.template().type().recordName(),
              event.template().bucketName(),
              event.template().object().key());
    }
  }

  /** Recorded events, each once. */
  record Recorded(RecordedSchedule recorded) implements LoadPace {
    @Override
    public Duration duration() {
      return recorded.duration();
    }

    @Override
    public Pattern pattern(Staging staging, StoryWorld world) {
      int leftOut = staging.setUp(world);
      return new Pattern(
          new RecordedPattern(world.state().buckets()).of(recorded.recording()), leftOut);
    }

    @Override
    public Schedule schedule(List<LoadEvent> events) {
      return recorded;
    }

    @Override
    public String words(LoadEvent event) {
      return "%d × %s %s%s%s"
          .formatted(
              event.weight(),
              event.template().type().recordName(),
              event.template().bucketName(),
              event.weight() == 1 ? "/" : ", such as ",
              event.template().object().key());
    }
  }
}
