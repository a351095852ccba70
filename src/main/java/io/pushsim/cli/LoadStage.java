package io.pushsim.cli;

import io.pushsim.journal.State;
import io.pushsim.load.LoadEvent;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.StagedEvent;
import io.pushsim.scenario.Staging;
import io.pushsim.scenario.Story;
import io.pushsim.scenario.World;
import java.util.List;
import java.util.Optional;

/**
 * What a story has set up when its load begins.
 *
 * @param standing what stands
 * @param steps the event steps
 * @param events the pattern of the load
 * @param leftOut how many operations behind the first event step were not carried out
 * @param registry what stands, to look at
 */
record LoadStage(
    World.Setting setting,
    StandingState standing,
    List<StagedEvent> steps,
    List<LoadEvent> events,
    int leftOut,
    State registry) {

  /**
   * Sets it up, on virtual time.
   *
   * @throws io.pushsim.scenario.ScenarioException where that cannot be
   */
  static LoadStage of(Story story, Optional<Payload> payload, JavaScriptEngine engine) {
    Staging staging = new Staging(story);
    try (StoryWorld world = new StoryWorld(staging.setting(), engine)) {
      Staging.Staged staged = staging.play(world);
      return new LoadStage(
          staging.setting(),
          StandingState.of(world),
          staged.events(),
          new LoadPattern(world.state(), payload).of(staged.events()),
          staged.leftOut(),
          world.state());
    }
  }
}
