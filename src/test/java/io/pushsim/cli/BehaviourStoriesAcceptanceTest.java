package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What happens over time and under load, told as stories that expect it: {@code
 * src/test/resources/stories}.
 */
class BehaviourStoriesAcceptanceTest {
  private static final StoryFolder STORIES = new StoryFolder(Path.of("src/test/resources/stories"));

  @TestFactory
  Stream<DynamicTest> everyStoryPasses() throws IOException {
    assertThat(STORIES.stories()).isNotEmpty();
    return STORIES.tests();
  }
}
