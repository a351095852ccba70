package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.runtime.ModuleTrees.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Packages of several files find their modules as under Node.js 20, whose output {@link
 * NodeDifferentialIT} holds up to date.
 */
@Tag("one-jdk")
class ModuleResolutionTest {
  private static Replay replay;

  @BeforeAll
  static void open() {
    replay = new Replay();
  }

  @AfterAll
  static void close() {
    replay.close();
  }

  @TestFactory
  Stream<DynamicTest> findsWhatNodeFinds() {
    return ModuleTrees.all().stream()
        .map(tree -> DynamicTest.dynamicTest(tree.name(), () -> check(tree)));
  }

  private static void check(Tree tree) throws IOException {
    String output = log(replay.invoke(tree.function(), "{}"));
    if (Files.exists(tree.ofPushsim().path())) {
      tree.ofPushsim().assertHolds(output);
      assertThat(output).as("the .pushsim.txt is outdated").isNotEqualTo(ofNode(tree));
    } else {
      assertThat(output).isEqualTo(ofNode(tree));
    }
  }

  private static String ofNode(Tree tree) {
    return NodeSnippets.read(tree.ofNode().path());
  }

  /** What the handler logged, without times and request ids. */
  private static String log(InvocationReport report) {
    assertThat(report.result().isError()).as(report.result().payload() + report.logs()).isFalse();
    return report.logs().stream()
        .filter(LogLine::fromHandler)
        .map(line -> line.message().replace('\r', '\n') + "\n")
        .collect(Collectors.joining());
  }
}
