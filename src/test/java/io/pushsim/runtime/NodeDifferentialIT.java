package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.runtime.ModuleTrees.Tree;
import io.pushsim.runtime.NodeSnippets.Snippet;
import io.pushsim.testing.Launched;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded beside the snippets and packages is what Node.js 20 prints. */
class NodeDifferentialIT {
  @TempDir private Path folder;

  @Test
  void recordsWhatNodePrints() throws IOException {
    OutsideTool.NODE_20.demand();
    Map<String, String> outputs = run(NodeSnippets.DRIVER, NodeSnippets.FOLDER);

    for (Snippet snippet : NodeSnippets.all()) {
      snippet.ofNode().assertHolds(outputs.getOrDefault(snippet.name(), "not run"));
    }
    Snippet inventory = NodeSnippets.INVENTORY;
    inventory.ofNode().assertHolds(outputs.getOrDefault(inventory.name(), "not run"));
  }

  @Test
  void recordsWhatNodeFindsInPackages() throws IOException {
    OutsideTool.NODE_20.demand();
    for (Tree tree : ModuleTrees.all()) {
      tree.write(folder);
    }
    Map<String, String> outputs = run(ModuleTrees.DRIVER, folder);

    for (Tree tree : ModuleTrees.all()) {
      tree.ofNode().assertHolds(outputs.getOrDefault(tree.name(), "not run"));
    }
  }

  private static Map<String, String> run(Path driver, Path folder) throws IOException {
    Launched run =
        Launched.start(
                List.of("node", driver.toString(), folder.toString()),
                System.getenv(),
                Path.of("."))
            .await();
    assertThat(run.exitCode()).as(run.err()).isZero();
    return NodeSnippets.outputs(run.out());
  }
}
