package io.pushsim.outside;

import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** versitygw on this machine, which tells one webhook of all events. */
final class Versitygw {
  static final String ACCESS_KEY = "gateway";
  static final String SECRET_KEY = "gateway-secret";

  private Versitygw() {}

  /**
   * Starts it, or skips the test where it is missing.
   *
   * @param folder empty
   * @param webhook that is told
   */
  static ServerProcess start(Path folder, int port, String webhook) throws IOException {
    OutsideTool.VERSITYGW.demand();
    Path objects = Files.createDirectory(folder.resolve("objects"));
    Path versions = Files.createDirectory(folder.resolve("versions"));
    return ServerProcess.start(
        List.of(
            "versitygw",
            "--port",
            "127.0.0.1:" + port,
            "--event-webhook-url",
            webhook,
            "posix",
            "--versioning-dir",
            versions.toString(),
            objects.toString()),
        Map.of("ROOT_ACCESS_KEY", ACCESS_KEY, "ROOT_SECRET_KEY", SECRET_KEY),
        folder.resolve("log"),
        port,
        "");
  }
}
