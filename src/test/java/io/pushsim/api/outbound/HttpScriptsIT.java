package io.pushsim.api.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.Launched;
import io.pushsim.testing.OutsideTool;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is recorded beside the scripts is what Node.js 20 makes of them. */
class HttpScriptsIT {
  @Test
  void recordsWhatNodeDoes() throws IOException {
    OutsideTool.NODE_20.demand();
    Vertx vertx = Vertx.vertx();
    try (PeerServer server = new PeerServer(vertx)) {
      String folder = HttpScripts.FOLDER.toString();
      String port = Integer.toString(server.port());
      Launched run =
          Launched.start(
                  List.of("node", HttpScripts.DRIVER.toString(), folder, port),
                  System.getenv(),
                  Path.of("."))
              .await();
      assertThat(run.exitCode()).as(run.err()).isZero();
      Map<String, String> outputs = HttpScripts.outputs(run.out());
      for (String name : HttpScripts.names()) {
        HttpScripts.ofNode(name).assertHolds(outputs.getOrDefault(name, "not run"));
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
