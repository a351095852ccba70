package io.pushsim.outside;

import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** pushsim before versitygw, which tells of all events and knows no notification configurations. */
class VersitygwIT extends S3FrontContract {
  private static final String ACCESS_KEY = "gateway";
  private static final String SECRET_KEY = "gateway-secret";

  @Override
  S3Stand stand(Path folder) throws IOException {
    OutsideTool.VERSITYGW.demand();
    Path objects = Files.createDirectory(folder.resolve("objects"));
    Path versions = Files.createDirectory(folder.resolve("versions"));
    int port = ServerProcess.freePort();
    LiveServer pushsim =
        new LiveServer(
            before(
                ServeSettings.onFreePort().withData(folder.resolve("data")),
                port,
                ACCESS_KEY,
                SECRET_KEY));
    ServerProcess server =
        ServerProcess.start(
            List.of(
                "versitygw",
                "--port",
                "127.0.0.1:" + port,
                "--event-webhook-url",
                pushsim.endpoint() + "/_pushsim/events",
                "posix",
                "--versioning-dir",
                versions.toString(),
                objects.toString()),
            Map.of("ROOT_ACCESS_KEY", ACCESS_KEY, "ROOT_SECRET_KEY", SECRET_KEY),
            folder.resolve("log"),
            port,
            "");
    return new ProcessStand(
        pushsim,
        server,
        ACCESS_KEY,
        SECRET_KEY,
        EnumSet.complementOf(
            EnumSet.of(S3Capability.DOUBLED_SLASHES, S3Capability.DELETE_MARKERS)));
  }
}
