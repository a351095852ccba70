package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.runtime.NodeSnippets.Snippet;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every snippet's output is Node.js's own, recorded beside it by {@link NodeDifferentialIT}. */
@Tag("one-jdk")
class NodeDifferentialTest {
  private static Replay replay;
  private static ExecutionEnvironment environment;

  @BeforeAll
  static void open() {
    replay = new Replay();
    environment = replay.runtime.start(NodeSnippets.function());
  }

  @AfterAll
  static void close() {
    environment.close();
    replay.close();
  }

  @TestFactory
  Stream<DynamicTest> answersAsNodeDoes() {
    Map<String, String> differences = NodeSnippets.differences();
    return NodeSnippets.all().stream()
        .map(
            snippet ->
                DynamicTest.dynamicTest(
                    snippet.name(), () -> check(snippet, differences.containsKey(snippet.name()))));
  }

  private void check(Snippet snippet, boolean differs) throws IOException {
    String output = NodeSnippets.run(replay, environment, snippet);
    if (differs) {
      snippet.ofPushsim().assertHolds(output);
      assertThat(output).as("differences.txt is outdated").isNotEqualTo(ofNode(snippet));
    } else {
      assertThat(output).isEqualTo(ofNode(snippet));
    }
  }

  private static String ofNode(Snippet snippet) {
    return NodeSnippets.read(snippet.ofNode().path());
  }

  @Test
  void knowsTheSnippetOfEachDifference() {
    assertThat(NodeSnippets.all().stream().map(Snippet::name))
        .hasSizeGreaterThanOrEqualTo(150)
        .containsAll(NodeSnippets.differences().keySet());
  }

  @Test
  void tellsInTheDocumentationWhatThereIs() throws IOException {
    String output = NodeSnippets.run(replay, environment, NodeSnippets.INVENTORY);
    NodeTable table = new NodeTable(ofNode(NodeSnippets.INVENTORY), output);
    GoldenFile.ofDocumentation("runtime.md").assertHolds(table.text());
  }
}
