package io.pushsim.outside;

import io.pushsim.cli.ServeAccess;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testcontainers.DockerClientFactory;

/** pushsim before MinIO: in a container where Docker answers, else a program of the machine's. */
class MinioIT extends S3FrontContract {
  static final Set<S3Capability> CAPABILITIES =
      EnumSet.complementOf(EnumSet.of(S3Capability.DOUBLED_SLASHES));

  @Override
  S3Stand stand(Path folder) throws IOException {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (!docker) {
      OutsideTool.MINIO
          .fault()
          .ifPresent(fault -> OutsideTool.MINIO.missing("no Docker engine answers, and " + fault));
    }
    int port = ServerProcess.freePort();
    LiveServer pushsim =
        new LiveServer(
            before(
                ServeSettings.onFreePort()
                    .withData(folder.resolve("data"))
                    .withAccess(
                        new ServeAccess(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(MinioContainerStand.THIS_MACHINE))),
                port,
                MinioServer.ACCESS_KEY,
                MinioServer.SECRET_KEY));
    if (docker) {
      return MinioContainerStand.start(pushsim, port);
    }
    ServerProcess server = MinioServer.start(folder, port, target(pushsim.endpoint().toString()));
    return new ProcessStand(
        pushsim, server, MinioServer.ACCESS_KEY, MinioServer.SECRET_KEY, CAPABILITIES);
  }

  /** What makes the webhook a target of the server's. */
  static Map<String, String> target(String pushsim) {
    return Map.of(
        "MINIO_NOTIFY_WEBHOOK_ENABLE_PUSHSIM",
        "on",
        "MINIO_NOTIFY_WEBHOOK_ENDPOINT_PUSHSIM",
        pushsim + "/_pushsim/events");
  }
}
