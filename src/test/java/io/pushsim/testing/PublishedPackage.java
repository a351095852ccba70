package io.pushsim.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A package of the npm registry, alone: without what it depends on.
 *
 * @param sha512 of its archive, in Base64, as the registry and lock files tell it
 */
public record PublishedPackage(String name, String version, String sha512) {
  private static final Path TARGET = Path.of("target/node/packages").toAbsolutePath();

  /**
   * Its files by the path within it, fetched unless an earlier run has done so.
   *
   * @throws AssertionError where the registry gives other bytes than were agreed
   */
  public Map<String, byte[]> files() {
    OutsideTool.NODE.demand();
    String label = "%s@%s".formatted(name, version);
    Path folder = TARGET.resolve(label.replace('/', '+'));
    Path content = folder.resolve("package");
    try {
      if (!Files.isDirectory(content)) {
        Files.createDirectories(folder);
        run(folder, List.of("npm", "pack", "--silent", "--ignore-scripts", label));
        Path archive = archive(folder);
        check(archive);
        run(folder, List.of("tar", "-xzf", archive.getFileName().toString()));
      }
      return read(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path folder, List<String> command) {
    Launched launched = Launched.start(command, new TreeMap<>(System.getenv()), folder).await();
    if (launched.exitCode() != 0) {
      OutsideTool.NODE.missing(
          "'%s' in %s: %s".formatted(String.join(" ", command), folder, launched.err().strip()));
    }
  }

  private static Path archive(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tgz")).findFirst().orElseThrow();
    }
  }

  private void check(Path archive) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive));
      String found = Base64.getEncoder().encodeToString(digest);
      if (!found.equals(sha512)) {
        throw new AssertionError(
            "%s has the SHA-512 %s, not the agreed %s".formatted(archive, found, sha512));
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> read(Path content) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(content)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.put(content.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
