package io.pushsim.outside;

import io.pushsim.testing.OutsideTool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real MinIO of the machine's as a process of its own. */
final class MinioServer {
  static final String ACCESS_KEY = "miniotester";
  static final String SECRET_KEY = "miniotester-secret";

  /**
   * The last of what MinIO says at its start: only then has it read by which rules it tells of
   * events, though it serves objects before (MinIO source, cmd/server-main.go).
   */
  static final String READY = "Docs: ";

  private MinioServer() {}

  /**
   * Starts it, and waits until it is ready.
   *
   * @param folder where its objects and its log are
   * @param port of loopback, where it is to listen
   * @param settings its environment variables, beside its administrator's key
   */
  static ServerProcess start(Path folder, int port, Map<String, String> settings) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("MINIO_ROOT_USER", ACCESS_KEY);
    environment.put("MINIO_ROOT_PASSWORD", SECRET_KEY);
    environment.putAll(settings);
    return ServerProcess.start(
        List.of(
            OutsideTool.MINIO.program(),
            "server",
            "--address",
            "127.0.0.1:" + port,
            "--console-address",
            "127.0.0.1:0",
            folder.resolve("objects").toString()),
        environment,
        folder.resolve("minio.log"),
        port,
        READY);
  }
}
