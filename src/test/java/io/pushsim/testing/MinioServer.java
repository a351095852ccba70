package io.pushsim.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real MinIO as a process of its own, on loopback, whose objects outlive its restarts. */
public final class MinioServer implements AutoCloseable {
  public static final String ACCESS_KEY = "miniotester";
  public static final String SECRET_KEY = "miniotester-secret";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private final Map<String, String> environment = new TreeMap<>(System.getenv());
  private Process process;

  /**
   * Starts it.
   *
   * @param folder where its objects and its log are
   * @param settings its environment variables, beside its administrator's key
   */
  public MinioServer(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.port = freePort();
    environment.keySet().removeIf(name -> name.startsWith("MINIO_"));
    environment.put("MINIO_ROOT_USER", ACCESS_KEY);
    environment.put("MINIO_ROOT_PASSWORD", SECRET_KEY);
    environment.putAll(settings);
    process = begin();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process begin() {
    List<String> command =
        List.of(
            OutsideTool.MINIO.program(),
            "server",
            "--quiet",
            "--address",
            "127.0.0.1:" + port,
            "--console-address",
            "127.0.0.1:0",
            folder.resolve("objects").toString());
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("minio.log").toFile()));
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process begun = builder.start();
      awaitReady(begun);
      return begun;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(Process begun) throws IOException {
    HttpRequest health = HttpRequest.newBuilder(endpoint().resolve("/minio/health/live")).build();
    HttpClient client = HttpClient.newHttpClient();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && begun.isAlive()) {
      try {
        if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet.
      } catch (InterruptedException e) {
        begun.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    begun.destroyForcibly();
    throw new AssertionError("MinIO does not listen; it says: " + log());
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("minio.log"));
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Ends it. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Starts it again, at the same address, with what it had. */
  public void startAgain() {
    process = begin();
  }

  @Override
  public void close() {
    stop();
  }
}
