package io.pushsim.cli;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.input.InputForm;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.Rehearsal;
import io.pushsim.scenario.ScenarioException;
import io.pushsim.scenario.ScenarioReader;
import org.jspecify.annotations.Nullable;

/**
 * Scenario files as inputs of a check: what stands at the story's end, and what the story wanted
 * and AWS would refuse. No handler runs, so no JavaScript is loaded.
 */
final class ScenarioInput implements InputForm {
  private @Nullable ScenarioReader reader;

  @Override
  public boolean recognises(Node root) {
    return root instanceof MappingNode mapping && mapping.has("steps");
  }

  @Override
  public void read(InputFile file, Gathering gathering) {
    try {
      Rehearsal rehearsal = new Rehearsal(reader().read(file.path(), file.root()));
      try (JavaScriptEngine unused = new JavaScriptEngine();
          StoryWorld world = new StoryWorld(rehearsal.setting(), unused)) {
        StoryNotes notes = new StoryNotes(rehearsal.setting().region());
        rehearsal.play(world, notes::take);
        new StorySetUp(notes, world.state()).tell(gathering.story(file.name()), gathering);
      }
    } catch (ScenarioException unsound) {
      unsound.problems().forEach(gathering::problem);
    }
  }

  /** Made only where there is a scenario: it takes its time. */
  private ScenarioReader reader() {
    if (reader == null) {
      reader = new ScenarioReader(ScenarioVocabulary.ofOperations());
    }
    return reader;
  }
}
