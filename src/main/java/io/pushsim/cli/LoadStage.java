package io.pushsim.cli;

import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Entry;
import io.pushsim.journal.State;
import io.pushsim.load.LoadEvent;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.Staging;
import io.pushsim.scenario.Story;
import io.pushsim.scenario.World;
import java.time.Instant;
import java.util.List;

/**
 * What a story has set up when its load begins.
 *
 * @param state folds to what stands
 * @param code the packages of its functions
 * @param latest the time of the latest change
 * @param events the pattern of the load
 * @param leftOut how many operations behind the first event step were not carried out
 * @param registry what stands, to look at
 */
record LoadStage(
    World.Setting setting,
    Entry.Snapshot state,
    CodeStore code,
    Instant latest,
    List<LoadEvent> events,
    int leftOut,
    State registry) {

  /**
   * Sets it up, on virtual time.
   *
   * @throws io.pushsim.scenario.ScenarioException where that cannot be
   */
  static LoadStage of(Story story, LoadPace pace, JavaScriptEngine engine) {
    Staging staging = new Staging(story);
    try (StoryWorld world = new StoryWorld(staging.setting(), engine)) {
      LoadPace.Pattern pattern = pace.pattern(staging, world);
      Instant now = world.time().instant();
      return new LoadStage(
          staging.setting(),
          new Entry.Snapshot(now, world.state().snapshot()),
          world.code(),
          now,
          pattern.events(),
          pattern.leftOut(),
          world.state());
    }
  }
}
