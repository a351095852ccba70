package io.pushsim.distribution;

import io.pushsim.testing.Launched;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code pushsim serve} of the built distribution as a process of its own, on a free port of
 * loopback. It never outlives the JVM that started it.
 */
public final class ServedProcess implements AutoCloseable {
  private static final Pattern LISTENS = Pattern.compile("pushsim listens on (http://\\S+)");
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(30);

  private final Process process;
  private final Path cache;
  private final Path err;
  private final Thread remover;
  private final CompletableFuture<URI> listening = new CompletableFuture<>();
  private URI endpoint = URI.create("http://not.yet");

  /** How it ended, and how long that took from the signal on. */
  public record Ending(int exitCode, Duration after, String err) {}

  /** A signal by which a person or a system ends a program. */
  public enum Signal {
    INT,
    TERM
  }

  private ServedProcess(Process process, Path cache, Path err) {
    this.process = process;
    this.cache = cache;
    this.err = err;
    this.remover = new Thread(process::destroyForcibly, "served-process-remover");
  }

  /** Starts it with these options besides {@code --port 0}, and waits until it listens. */
  public static ServedProcess start(String... options) {
    return start(Map.of(), options);
  }

  /** With these environment variables too. */
  public static ServedProcess start(Map<String, String> environment, String... options) {
    List<String> command = new ArrayList<>(defaultSignals());
    command.addAll(List.of(Installation.built().launcher().toString(), "serve"));
    command.addAll(List.of(options));
    try {
      Path cache = Files.createTempDirectory("served");
      Path err = cache.resolve("err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(cache.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(Installation.environment(cache));
      builder.environment().put("PUSHSIM_PORT", "0");
      builder.environment().putAll(environment);
      ServedProcess served = new ServedProcess(builder.start(), cache, err);
      served.awaitListening();
      return served;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What goes before a command so that signals end it as usual: a build in the background may have
   * SIGINT ignored, which children inherit.
   */
  private static List<String> defaultSignals() {
    List<String> prefix = List.of("env", "--default-signal=INT,TERM");
    List<String> trial = List.of(prefix.get(0), prefix.get(1), "true");
    return Launched.start(trial, System.getenv(), Path.of(".")).await().exitCode() == 0
        ? prefix
        : List.of();
  }

  private void awaitListening() {
    Runtime.getRuntime().addShutdownHook(remover);
    Thread reader = new Thread(this::readOut, "served-process-out");
    reader.setDaemon(true);
    reader.start();
    try {
      endpoint = listening.get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new AssertionError("pushsim serve does not listen; stderr: " + err(), e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void readOut() {
    StringBuilder seen = new StringBuilder();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        seen.append(line).append('\n');
        Matcher matcher = LISTENS.matcher(line);
        if (matcher.find()) {
          listening.complete(URI.create(matcher.group(1)));
        }
      }
      listening.completeExceptionally(new IllegalStateException("its stdout was: " + seen));
    } catch (IOException e) {
      listening.completeExceptionally(e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  /** The process's id. */
  public long pid() {
    return process.pid();
  }

  /** What it has said on stderr. */
  public String err() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines on stderr that tell of faults inside pushsim. */
  public List<String> faults() {
    return err().lines().filter(line -> line.contains("failed inside pushsim")).toList();
  }

  /** Waits until it has used this much more processor time than now. */
  void awaitWork(Duration work) {
    Duration enough = processorTime().plus(work);
    while (processorTime().compareTo(enough) < 0 && process.isAlive()) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Sends it a signal and waits until it has ended. */
  Ending end(Signal signal) {
    long start = System.nanoTime();
    // A shell has kill built in; a slim machine has no program of that name.
    Launched.start(
            List.of("sh", "-c", "kill -%s %d".formatted(signal, process.pid())),
            System.getenv(),
            cache)
        .await();
    awaitEnd();
    return new Ending(process.exitValue(), Duration.ofNanos(System.nanoTime() - start), err());
  }

  /** Kills it, so that it has no time for a last word (SIGKILL). */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
    Runtime.getRuntime().removeShutdownHook(remover);
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("pushsim serve did not end; stderr: " + err());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ends it.
   *
   * @throws AssertionError where it had to be killed
   */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
    Runtime.getRuntime().removeShutdownHook(remover);
  }
}
