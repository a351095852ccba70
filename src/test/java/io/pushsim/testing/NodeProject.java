package io.pushsim.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * A folder of scripts for Node.js in which the packages of a lock file are installed.
 *
 * @param source the resources' folder with package.json, package-lock.json and the scripts
 * @param folder where it is installed
 */
public record NodeProject(String source, Path folder) {
  private static final Path TARGET = Path.of("target/node").toAbsolutePath();

  /**
   * Exactly what the lock file names, fetched unless an earlier run has done so.
   *
   * @param source a folder of resources, such as {@code sdk/node/}
   */
  public static NodeProject installed(String source) {
    OutsideTool.NODE.demand();
    NodeProject project = new NodeProject(source, TARGET.resolve(source));
    String lock = new TestResource(source + "package-lock.json").text();
    try {
      Files.createDirectories(project.folder);
      Path installed = project.folder.resolve("installed.json");
      if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
        project.install();
        Files.writeString(installed, lock);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return project;
  }

  private void install() throws IOException {
    write("package.json");
    write("package-lock.json");
    List<String> command =
        List.of(
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefer-offline",
            "--fetch-retries=5");
    Launched launched = Launched.start(command, new TreeMap<>(System.getenv()), folder).await();
    if (launched.exitCode() != 0) {
      OutsideTool.NODE.missing("'npm ci' in %s: %s".formatted(folder, launched.err().strip()));
    }
  }

  /** The path of one of our scripts, which finds the packages there. */
  public Path script(String name) {
    try {
      write(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.resolve(name);
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, new TestResource(source + name).text());
  }
}
