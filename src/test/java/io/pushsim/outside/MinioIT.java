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
import java.util.TreeMap;
import org.testcontainers.DockerClientFactory;

/** pushsim before MinIO: in a container where Docker answers, else a program of the machine's. */
class MinioIT extends S3FrontContract {
  static final Set<S3Capability> CAPABILITIES =
      EnumSet.complementOf(EnumSet.of(S3Capability.DOUBLED_SLASHES));

  /**
   * The last of what MinIO says at its start: only then has it read by which rules it tells of
   * events, though it serves objects before (MinIO source, cmd/server-main.go).
   */
  static final String READY = "Docs: ";

  private static final OutsideTool MINIO = new OutsideTool("minio", "MinIO", List.of());
  private static final String ACCESS_KEY = "minio-user";
  private static final String SECRET_KEY = "minio-secret";

  @Override
  S3Stand stand(Path folder) throws IOException {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    Optional<String> executable = docker ? Optional.empty() : MinioExecutable.find(System.getenv());
    if (!docker && executable.isEmpty()) {
      MINIO.missing(
          "no Docker engine answers, and there is no minio on the PATH or in PUSHSIM_MINIO");
    }
    int port = ServerProcess.freePort();
    LiveServer pushsim =
        new LiveServer(
            before(
                ServeSettings.onFreePort()
                    .withAccess(
                        new ServeAccess(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(MinioContainerStand.THIS_MACHINE))),
                port,
                ACCESS_KEY,
                SECRET_KEY));
    if (docker) {
      return MinioContainerStand.start(pushsim, port, ACCESS_KEY, SECRET_KEY);
    }
    Map<String, String> environment = new TreeMap<>(target(pushsim.endpoint().toString()));
    environment.put("MINIO_ROOT_USER", ACCESS_KEY);
    environment.put("MINIO_ROOT_PASSWORD", SECRET_KEY);
    ServerProcess server =
        ServerProcess.start(
            List.of(
                executable.orElseThrow(),
                "server",
                "--address",
                "127.0.0.1:" + port,
                "--console-address",
                "127.0.0.1:" + ServerProcess.freePort(),
                folder.toString()),
            environment,
            folder.resolveSibling(folder.getFileName() + ".log"),
            port,
            READY);
    return new ProcessStand(pushsim, server, ACCESS_KEY, SECRET_KEY, CAPABILITIES);
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
