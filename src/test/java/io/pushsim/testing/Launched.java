package io.pushsim.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a run of a program ended, and what it printed. */
public record Launched(int exitCode, String out, String err) {
  private static final long PATIENCE_SECONDS = 120;

  /** A run that has begun. */
  public record Running(Process process, Path out, Path err) {

    public Launched await() {
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("it did not end; stderr: " + Files.readString(err));
        }
        return new Launched(process.exitValue(), Files.readString(out), Files.readString(err));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Starts a command with this environment alone.
   *
   * @param folder the working directory
   */
  public static Running start(List<String> command, Map<String, String> environment, Path folder) {
    try {
      Path out = Files.createTempFile("launched", ".out");
      Path err = Files.createTempFile("launched", ".err");
      out.toFile().deleteOnExit();
      err.toFile().deleteOnExit();
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(command))
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
