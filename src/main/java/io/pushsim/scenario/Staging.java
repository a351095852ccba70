package io.pushsim.scenario;

import io.pushsim.eventsource.PushFaults;
import io.pushsim.scenario.RehearsedStep.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sets the stage for a load: plays what a story sets up before its first event step, and takes all
 * of its event steps for the pattern, unless the events are to come from elsewhere. Nothing is
 * pushed, and no expectation is checked.
 */
public final class Staging {
  private final Story story;
  private final StoredObjects objects = new StoredObjects();

  public Staging(Story story) {
    this.story = story;
  }

  /** What the world must be that is set up. */
  public World.Setting setting() {
    return story.setting(objects);
  }

  /**
   * What came of it.
   *
   * @param events at least one
   * @param leftOut how many operations that change something stand behind the first event step, and
   *     were not carried out
   */
  public record Staged(List<StagedEvent> events, int leftOut) {
    public Staged {
      events = List.copyOf(events);
    }
  }

  /**
   * Sets up the world.
   *
   * @throws ScenarioException where a step is refused that the story does not expect to be, has
   *     faults, which a load does not play, or where there is no event step
   */
  public Staged play(World world) {
    Rehearsal rehearsal = new Rehearsal(story);
    ObjectSteps objectSteps = new ObjectSteps(world, objects);
    List<StagedEvent> events = new ArrayList<>();
    int leftOut =
        stage(
            rehearsal,
            world,
            objectSteps,
            step -> {
              event(rehearsal, step, world, objectSteps).ifPresent(events::add);
              return !events.isEmpty();
            });
    if (events.isEmpty()) {
      throw new ScenarioException(
          story
              .document()
              .problemAtKey(
                  "/steps",
                  "there is no event step, such as PutObject, so there is nothing to load with"));
    }
    return new Staged(events, leftOut);
  }

  /**
   * Sets up the world for events that are not the story's, whose event steps are passed over.
   *
   * @return how many operations that change something stand behind the first event step, and were
   *     not carried out
   * @throws ScenarioException where a step is refused that the story does not expect to be
   */
  public int setUp(World world) {
    return stage(
        new Rehearsal(story),
        world,
        new ObjectSteps(world, objects),
        step -> step.expectError().isEmpty());
  }

  /**
   * Plays the operations until the first event.
   *
   * @param event what to do at an event step; tells whether there was one: no event comes of what
   *     is refused
   * @return how many operations stand behind it
   */
  private int stage(
      Rehearsal rehearsal, World world, ObjectSteps objectSteps, Predicate<Step> event) {
    story.buckets().forEach(bucket -> StandingBuckets.create(story, bucket, world));
    boolean begun = false;
    int leftOut = 0;
    for (Step step : story.steps()) {
      if (EventStep.named(step.name()).isPresent()) {
        begun |= event.test(step);
      } else if (!begun) {
        setUp(rehearsal, step, world, objectSteps);
      } else if (Rehearsal.setsUp(step.name()) && !step.name().equals(Step.ADVANCE)) {
        leftOut++;
      }
    }
    return leftOut;
  }

  private void setUp(Rehearsal rehearsal, Step step, World world, ObjectSteps objectSteps) {
    Optional<Result> result = rehearsal.play(step, world, objectSteps);
    if (result.isPresent()
        && result.get() instanceof Result.Refused refused
        && step.expectError().isEmpty()) {
      throw story.unsound(
          step,
          " is refused (%s: %s), so what the story sets up would not stand"
              .formatted(refused.error().code().shapeName(), refused.error().message()));
    }
  }

  private Optional<StagedEvent> event(
      Rehearsal rehearsal, Step step, World world, ObjectSteps objectSteps) {
    if (!step.faults().equals(PushFaults.NONE)) {
      throw story.unsound(
          step, " has faults for its pushes, which a load does not play: leave them out");
    }
    Optional<Result> result = rehearsal.play(step, world, objectSteps);
    if (result.isPresent() && result.get() instanceof Result.Refused refused) {
      if (step.expectError().isPresent()) {
        return Optional.empty();
      }
      throw story.unsound(
          step,
          " is refused (%s: %s) in what stands before the first event step, which is what a load sets up"
              .formatted(refused.error().code().shapeName(), refused.error().message()));
    }
    return result.map(
        done ->
            new StagedEvent(
                story.document().ofValue(step.pointer()),
                done,
                step.repeat().orElse(1),
                content(done),
                Optional.ofNullable(step.parameters().path("CopySource").textValue())));
  }

  private Optional<ObjectContent> content(Result result) {
    return result instanceof Result.Changed changed
        ? objects
            .get(changed.change().bucket(), changed.change().key())
            .flatMap(StoredObject::content)
        : Optional.empty();
  }
}
