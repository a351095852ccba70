package io.pushsim.cli;

import io.pushsim.journal.State;
import io.pushsim.load.LoadEvent;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.Staging;
import io.pushsim.scenario.Story;
import io.pushsim.scenario.World;
import java.util.List;

/**
 * What a story has set up when its load begins.
 *
 * @param standing what stands
 * @param pattern of the load
 * @param registry what stands, to look at
 */
record LoadStage(
    World.Setting setting, StandingState standing, LoadPace.Pattern pattern, State registry) {

  /**
   * Sets it up, on virtual time.
   *
   * @throws io.pushsim.scenario.ScenarioException where that cannot be
   */
  static LoadStage of(Story story, LoadPace pace, JavaScriptEngine engine) {
    Staging staging = new Staging(story);
    try (StoryWorld world = new StoryWorld(staging.setting(), engine)) {
      LoadPace.Pattern pattern = pace.pattern(staging, world);
      return new LoadStage(staging.setting(), StandingState.of(world), pattern, world.state());
    }
  }

  /** The events of the load. */
  List<LoadEvent> events() {
    return pattern.events();
  }
}
