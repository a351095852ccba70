package io.pushsim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.scenario.RehearsedStep.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays of a story what sets things up: the AWS operations that change something, and what its
 * event steps do to objects. Nothing is pushed or invoked, and no expectation is checked.
 */
public final class Rehearsal {
  private final Story story;
  private final StoredObjects objects = new StoredObjects();

  public Rehearsal(Story story) {
    this.story = story;
  }

  /** What the world must be in which it plays. */
  public World.Setting setting() {
    return story.setting(objects);
  }

  /**
   * Plays the story to its end. The world then holds what the story has set up.
   *
   * @param audience is told what came of the standing buckets and of each step that is played, in
   *     order
   * @throws ScenarioException where a bucket cannot be made or a file has gone since it was checked
   */
  public void play(World world, Consumer<RehearsedStep> audience) {
    ObjectSteps objectSteps = new ObjectSteps(world, objects);
    for (Story.Bucket bucket : story.buckets()) {
      audience.accept(
          RehearsedStep.of(story, bucket, StandingBuckets.create(story, bucket, world)));
    }
    for (Step step : story.steps()) {
      play(step, world, objectSteps)
          .ifPresent(result -> audience.accept(RehearsedStep.of(story, step, result)));
    }
  }

  /** What only reads or runs a handler sets up nothing. */
  static boolean setsUp(String name) {
    return !(name.startsWith("Get")
        || name.startsWith("List")
        || name.startsWith("Head")
        || name.startsWith("Invoke"));
  }

  /**
   * Plays a step.
   *
   * @return what comes of it; empty where it sets up nothing and changes no object
   */
  Optional<Result> play(Step step, World world, ObjectSteps objectSteps) {
    if (step.name().equals(Step.ADVANCE)) {
      world.time().advance(Duration.parse(step.parameters().textValue()));
      return Optional.empty();
    }
    if (!setsUp(step.name())) {
      return Optional.empty();
    }
    try {
      Optional<EventStep> event = EventStep.named(step.name());
      return event.isPresent()
          ? perform(event.get(), step, objectSteps)
          : Optional.of(call(step, world, objectSteps));
    } catch (SimulatorException refused) {
      if (refused.code().isAboutInput()) {
        throw story.unsound(step, ": " + refused.message());
      }
      return Optional.of(new Result.Refused(refused));
    }
  }

  private Result call(Step step, World world, ObjectSteps objectSteps) {
    String account = step.account().orElse(story.heading().account());
    objectSteps.checkCall(step, account);
    ObjectNode parameters = (ObjectNode) step.parameters();
    // What is set up is what counts in the end, however late.
    return new Result.Answered(
        world.call(account, step.name(), parameters, Duration.ZERO).response());
  }

  private Optional<Result> perform(EventStep event, Step step, ObjectSteps objectSteps) {
    if (event == EventStep.NOTIFY) {
      return Optional.of(new Result.Notified(step.notification()));
    }
    try {
      return objectSteps.perform(event, step).map(Result.Changed::new);
    } catch (IOException gone) {
      throw story.unsound(step, " cannot read its file: " + gone);
    }
  }
}
