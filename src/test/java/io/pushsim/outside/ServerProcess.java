package io.pushsim.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A server of the machine's that listens on a port of loopback, and can be started again on it. It
 * never outlives the JVM that started it.
 */
final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final long END_SECONDS = 30;

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final int port;
  private final String ready;
  private Process process;
  private int starts = 1;

  private ServerProcess(
      List<String> command,
      Map<String, String> environment,
      Path log,
      int port,
      String ready,
      Process process) {
    this.command = command;
    this.environment = environment;
    this.log = log;
    this.port = port;
    this.ready = ready;
    this.process = process;
  }

  /** A port that is free just now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts it and waits until it listens and is ready.
   *
   * @param log where its output goes
   * @param port where it is to listen
   * @param ready what it says when it is ready; nothing where it is so as soon as it listens
   */
  static ServerProcess start(
      List<String> command, Map<String, String> environment, Path log, int port, String ready) {
    Process process = launch(command, environment, log);
    ServerProcess server = new ServerProcess(command, environment, log, port, ready, process);
    server.awaitReady();
    return server;
  }

  /** Waits until something has been said so often. */
  static void awaitSaid(Supplier<String> output, String words, int times) {
    long end = System.nanoTime() + START.toNanos();
    while (!words.isEmpty() && output.get().split(Pattern.quote(words), -1).length <= times) {
      if (System.nanoTime() > end) {
        throw new AssertionError("'%s' is not said: %s".formatted(words, output.get()));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static Process launch(List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // What this machine sets for servers of its own is not for this one.
    builder.environment().keySet().removeIf(name -> name.startsWith("MINIO_"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      Runtime.getRuntime()
          .addShutdownHook(new Thread(process::destroyForcibly, "server-process-remover"));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    awaitListening();
    awaitSaid(this::output, ready, starts);
  }

  private void awaitListening() {
    long end = System.nanoTime() + START.toNanos();
    while (!isListening()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new AssertionError("%s does not listen: %s".formatted(command, output()));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** All that it has said. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end: " + output());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void startAgain() {
    process = launch(command, environment, log);
    starts++;
    awaitReady();
  }

  @Override
  public void close() {
    stop();
  }
}
