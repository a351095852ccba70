package io.pushsim.cli;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.load.DrawnSchedule;
import io.pushsim.load.KeyTemplate;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.Mix;
import io.pushsim.load.RatePlan;
import io.pushsim.load.RecordedSchedule;
import io.pushsim.load.Schedule;
import io.pushsim.scenario.StagedEvent;
import io.pushsim.scenario.Staging;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What gives a load its events and their times: a planned rate, or a recording. */
sealed interface LoadPace {
  /** How long it is measured. */
  Duration duration();

  /** The keys of the objects. */
  KeyTemplate keys();

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

  /**
   * By which requests the events happen on an S3 server.
   *
   * @throws io.pushsim.scenario.ScenarioException where one does not happen by one request
   */
  S3Calls calls(LoadStage stage);

  /** An event of the pattern, for people. */
  String words(LoadEvent event);

  /**
   * What is sent.
   *
   * @param steps of which the events come, where they are the story's
   * @param events each with how often it comes, or comes beside the others
   * @param kinds tells which of these an event that is sent is like
   * @param leftOut how many operations behind the first event step were not carried out
   */
  record Pattern(
      List<StagedEvent> steps,
      List<LoadEvent> events,
      UnaryOperator<ObjectEvent> kinds,
      int leftOut) {
    public Pattern {
      steps = List.copyOf(steps);
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
          staged.events(),
          new LoadPattern(world.state(), payload).of(staged.events()),
          UnaryOperator.identity(),
          staged.leftOut());
    }

    @Override
    public S3Calls calls(LoadStage stage) {
      return S3Calls.of(stage, payload);
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
    public KeyTemplate keys() {
      return KeyTemplate.OWN;
    }

    @Override
    public Duration duration() {
      return recorded.duration();
    }

    @Override
    public Pattern pattern(Staging staging, StoryWorld world) {
      int leftOut = staging.setUp(world);
      RecordedPattern pattern = RecordedPattern.of(recorded.recording(), world.state().buckets());
      return new Pattern(List.of(), pattern.events(), pattern::kindOf, leftOut);
    }

    @Override
    public S3Calls calls(LoadStage stage) {
      return S3Calls.of(recorded.recording());
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
