package io.pushsim.distribution;

import io.pushsim.testing.Launched;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A folder with {@code bin/pushsim} in it, ready to be run. */
record Installation(Path home) {
  private static final Path BUILT =
      Path.of(Objects.requireNonNull(System.getProperty("pushsim.home")));

  /** What {@code mvn package} built. */
  static Installation built() {
    return new Installation(BUILT);
  }

  /** A copy of what was built. */
  static Installation copiedTo(Path home) throws IOException {
    Installation copy = withLauncher(home);
    Files.copy(BUILT.resolve("pushsim.jar"), home.resolve("pushsim.jar"));
    Files.createDirectory(home.resolve("lib"));
    try (Stream<Path> libraries = Files.list(BUILT.resolve("lib"))) {
      for (Path library : (Iterable<Path>) libraries::iterator) {
        linkOrCopy(library, home.resolve("lib").resolve(library.getFileName()));
      }
    }
    return copy;
  }

  private static void linkOrCopy(Path file, Path to) throws IOException {
    if (Files.getFileStore(file).equals(Files.getFileStore(to.getParent()))) {
      Files.createLink(to, file);
    } else {
      Files.copy(file, to);
    }
  }

  /** The real launcher in front of {@link LauncherStub}. */
  static Installation ofStub(Path home) throws IOException {
    Installation stub = withLauncher(home);
    stub.writeStub("1");
    return stub;
  }

  private static Installation withLauncher(Path home) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.copy(BUILT.resolve("bin/pushsim"), home.resolve("bin/pushsim"));
    return new Installation(home);
  }

  /**
   * Builds the stub's jar anew, at the same time of the file system and, for builds of equal
   * length, in the same size: as Maven's reproducible builds do.
   */
  void writeStub(String build) throws IOException {
    Path jar = home.resolve("pushsim.jar");
    String entry = LauncherStub.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LauncherStub.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, build);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream code = LauncherStub.class.getResourceAsStream("/" + entry)) {
      out.putNextEntry(new JarEntry(entry));
      Objects.requireNonNull(code).transferTo(out);
    }
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  Path launcher() {
    return home.resolve("bin/pushsim");
  }

  Launched run(Map<String, String> environment, String... arguments) {
    return start(environment, arguments).await();
  }

  Launched.Running start(Map<String, String> environment, String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(launcher().toString()), Stream.of(arguments)).toList();
    return Launched.start(command, environment, Path.of("/"));
  }

  /** Every file below the home with its size and time. */
  Map<String, String> listing() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(home)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        files.put(path.toString(), Files.size(path) + " " + Files.getLastModifiedTime(path));
      }
    }
    return files;
  }

  /** Has no effect on root, who may write everywhere; what was written is seen in the listing. */
  void makeReadOnly() throws IOException {
    for (Path path : List.of(home.resolve("bin"), home)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
    }
  }

  /** The environment of a plain login with this Java: nothing else is set. */
  static Map<String, String> environment(Path cache) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("XDG_CACHE_HOME", cache.toString());
    environment.put("PUSHSIM_ARCHIVE", "off");
    return environment;
  }
}
