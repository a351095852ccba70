package io.pushsim.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * A virtual environment of Python in which the packages of a requirements.txt are installed, and
 * scripts for it.
 *
 * @param source the resources' folder with requirements.txt and the scripts
 * @param folder where the environment is
 */
public record PythonProject(String source, Path folder) {
  private static final Path TARGET = Path.of("target/python").toAbsolutePath();

  /**
   * Exactly what the requirements name with their hashes, and nothing that those would ask for;
   * fetched unless an earlier run has done so.
   *
   * @param source a folder of resources, such as {@code iam/python/}
   */
  public static PythonProject installed(String source) {
    OutsideTool.PYTHON.demand();
    PythonProject project = new PythonProject(source, TARGET.resolve(source));
    String requirements = new TestResource(source + "requirements.txt").text();
    try {
      Files.createDirectories(project.folder);
      Path installed = project.folder.resolve("installed.txt");
      if (!Files.exists(installed) || !Files.readString(installed).equals(requirements)) {
        project.write("requirements.txt");
        project.run(List.of("python3", "-m", "venv", "--clear", "environment"));
        project.run(
            List.of(
                project.program(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-deps",
                "--require-hashes",
                "--requirement",
                "requirements.txt"));
        Files.writeString(installed, requirements);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return project;
  }

  private void run(List<String> command) {
    Launched launched = Launched.start(command, new TreeMap<>(System.getenv()), folder).await();
    if (launched.exitCode() != 0) {
      OutsideTool.PYTHON.missing(
          "'%s' in %s: %s".formatted(String.join(" ", command), folder, launched.err().strip()));
    }
  }

  /** The Python of this environment. */
  public String program() {
    return folder.resolve("environment/bin/python").toString();
  }

  /** The path of one of our scripts. */
  public Path script(String name) {
    try {
      write(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.resolve(name);
  }

  private void write(String name) throws IOException {
    Files.writeString(folder.resolve(name), new TestResource(source + name).text());
  }
}
