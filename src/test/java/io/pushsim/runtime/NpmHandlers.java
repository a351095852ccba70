package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pushsim.testing.Launched;
import io.pushsim.testing.NodeProject;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The handlers in {@code src/test/resources/npm/handlers}, each of which uses an npm package as
 * handlers do; the packages are those of {@code package-lock.json} beside the folder.
 */
final class NpmHandlers {
  private static final String SOURCE = "npm/";
  private static final Path FOLDER = Path.of("src/test/resources/npm/handlers");
  private static final ObjectMapper JSON = new ObjectMapper();

  private NpmHandlers() {}

  /**
   * A handler's file.
   *
   * @param name without its extension
   * @param file with it
   */
  record Handler(String name, String file) {
    String text() {
      return read(FOLDER.resolve(file));
    }

    /** What it uses, as its first line says: {@code // ajv ajv-formats}. */
    List<String> packages() {
      return List.of(text().lines().findFirst().orElseThrow().substring(3).split(" "));
    }
  }

  static List<Handler> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .sorted()
          .map(file -> new Handler(file.substring(0, file.lastIndexOf('.')), file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PackageLock lock() {
    return new PackageLock(new TestResource(SOURCE + "package-lock.json").json());
  }

  static String event() {
    return new TestResource(SOURCE + "event.json").text();
  }

  static NodeProject installed() {
    return NodeProject.installed(SOURCE);
  }

  /** What each handler's process printed under Node.js, by the handler's name. */
  static Map<String, String> outputsOfNode(NodeProject project) throws IOException {
    project.script("event.json");
    for (Handler handler : all()) {
      project.script("handlers/" + handler.file());
    }
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("TZ", "UTC");
    List<String> command = List.of("node", project.script("driver.mjs").toString());
    Launched run = Launched.start(command, environment, project.folder()).await();
    if (run.exitCode() != 0) {
      throw new AssertionError(run.err());
    }
    return JSON.readValue(run.out(), new TypeReference<TreeMap<String, String>>() {});
  }

  /** A deployment package of the handler and all that its packages need. */
  static CodePackage code(Handler handler, NodeProject project) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(handler.file(), handler.text().getBytes(UTF_8));
    for (String folder : lock().closure(handler.packages())) {
      add(project.folder(), project.folder().resolve(folder), files);
    }
    return CodePackage.zip(files);
  }

  private static void add(Path root, Path folder, Map<String, byte[]> files) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What npm installs, by folder.
   *
   * @param root the lock file's tree
   */
  record PackageLock(JsonNode root) {
    private JsonNode entry(String folder) {
      return root.path("packages").path(folder);
    }

    String version(String name) {
      return entry("node_modules/" + name).path("version").asText();
    }

    /** The folders of packages and of what they depend on, none within another. */
    List<String> closure(List<String> names) {
      Map<String, String> folders = new TreeMap<>();
      names.forEach(name -> collect("node_modules/" + name, folders));
      return List.copyOf(folders.keySet());
    }

    private void collect(String folder, Map<String, String> folders) {
      if (folders.containsKey(folder)) {
        return;
      }
      folders.put(folder, folder);
      for (String kind : List.of("dependencies", "optionalDependencies", "peerDependencies")) {
        entry(folder)
            .path(kind)
            .fieldNames()
            .forEachRemaining(
                name -> {
                  String at = found(folder, name);
                  if (!at.isEmpty()) {
                    collect(at, folders);
                  }
                });
      }
    }

    // Nested, or in one of the folders above; nothing where it is optional and not installed.
    private String found(String folder, String name) {
      for (String from = folder; ; from = from.substring(0, from.lastIndexOf("/node_modules/"))) {
        String nested = from + "/node_modules/" + name;
        if (!entry(nested).isMissingNode()) {
          return nested;
        }
        if (!from.contains("/node_modules/")) {
          String top = "node_modules/" + name;
          return entry(top).isMissingNode() ? "" : top;
        }
      }
    }
  }
}
