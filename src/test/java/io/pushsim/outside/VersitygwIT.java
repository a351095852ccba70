package io.pushsim.outside;

import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;

/** pushsim before versitygw, which tells of all events and knows no notification configurations. */
class VersitygwIT extends S3FrontContract {
  @Override
  S3Stand stand(Path folder) throws IOException {
    OutsideTool.VERSITYGW.demand();
    int port = ServerProcess.freePort();
    LiveServer pushsim =
        new LiveServer(
            before(
                ServeSettings.onFreePort().withData(folder.resolve("data")),
                port,
                Versitygw.ACCESS_KEY,
                Versitygw.SECRET_KEY));
    ServerProcess server = Versitygw.start(folder, port, pushsim.endpoint() + "/_pushsim/events");
    return new ProcessStand(
        pushsim,
        server,
        Versitygw.ACCESS_KEY,
        Versitygw.SECRET_KEY,
        EnumSet.complementOf(
            EnumSet.of(S3Capability.DOUBLED_SLASHES, S3Capability.DELETE_MARKERS)));
  }
}
