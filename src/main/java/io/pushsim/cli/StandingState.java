package io.pushsim.cli;

import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Entry;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.ScenarioFiles;
import io.pushsim.scenario.ScenarioReader;
import io.pushsim.scenario.Staging;
import io.pushsim.scenario.Story;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a story has set up before its first event step: what a simulator can begin with.
 *
 * @param snapshot folds to it; its time is that of the latest change
 * @param code holds the packages of its functions
 * @param packages their CodeSha256
 */
public record StandingState(Entry.Snapshot snapshot, CodeStore code, Set<String> packages) {
  public StandingState {
    packages = Set.copyOf(packages);
  }

  /**
   * Sets it up, on virtual time.
   *
   * @param file of the story
   * @throws io.pushsim.scenario.ScenarioException where that cannot be
   */
  public static StandingState of(Path file, JavaScriptEngine engine) {
    List<Story> stories =
        new ScenarioReader(ScenarioVocabulary.ofOperations())
            .readAll(ScenarioFiles.find(List.of(file)));
    Staging staging = new Staging(stories.get(0));
    try (StoryWorld world = new StoryWorld(staging.setting(), engine)) {
      staging.setUp(world);
      return of(world);
    }
  }

  /** What stands in a world now. */
  static StandingState of(StoryWorld world) {
    Instant now = world.time().instant();
    return new StandingState(
        new Entry.Snapshot(now, world.state().snapshot()),
        world.code(),
        world.state().functions().packages(now));
  }

  /**
   * Puts the packages of its functions into another store.
   *
   * @throws io.pushsim.error.SimulatorException where there is no room
   */
  void putCode(CodeStore other) {
    for (String codeSha256 : packages) {
      other.put(codeSha256, code.get(codeSha256).orElseThrow());
    }
  }
}
