package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.runtime.NodeSnippets.Snippet;
import io.pushsim.testing.Launched;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is recorded beside the snippets is what Node.js 20 prints. */
class NodeDifferentialIT {
  @Test
  void recordsWhatNodePrints() throws IOException {
    OutsideTool.NODE_20.demand();
    Launched run =
        Launched.start(
                List.of("node", NodeSnippets.DRIVER.toString(), NodeSnippets.FOLDER.toString()),
                System.getenv(),
                Path.of("."))
            .await();
    assertThat(run.exitCode()).as(run.err()).isZero();
    Map<String, String> outputs = NodeSnippets.outputs(run.out());

    for (Snippet snippet : NodeSnippets.all()) {
      snippet.ofNode().assertHolds(outputs.getOrDefault(snippet.name(), "not run"));
    }
    Snippet inventory = NodeSnippets.INVENTORY;
    inventory.ofNode().assertHolds(outputs.getOrDefault(inventory.name(), "not run"));
  }
}
