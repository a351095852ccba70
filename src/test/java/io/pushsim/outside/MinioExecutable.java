package io.pushsim.outside;

import io.pushsim.testing.Launched;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@code minio} of the machine's: the one that {@code PUSHSIM_MINIO} names, or on the PATH. */
final class MinioExecutable {
  private MinioExecutable() {}

  static Optional<String> find(Map<String, String> environment) {
    Optional<String> named =
        Optional.ofNullable(environment.get("PUSHSIM_MINIO")).filter(path -> !path.isEmpty());
    if (named.isPresent()) {
      if (!works(named.get(), environment)) {
        throw new AssertionError(
            "PUSHSIM_MINIO is '%s', which is no minio that runs here".formatted(named.get()));
      }
      return named;
    }
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "minio"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .filter(path -> works(path, environment))
        .findFirst();
  }

  private static boolean works(String path, Map<String, String> environment) {
    try {
      return Launched.start(List.of(path, "--version"), environment, Path.of("."))
              .await()
              .exitCode()
          == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
