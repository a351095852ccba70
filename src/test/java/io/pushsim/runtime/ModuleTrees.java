package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Deployment packages of several files in {@code src/test/resources/io/pushsim/runtime/trees}, one
 * to a file: {@code NAME.tree}, in which a line {@code //// path} begins each. The {@code handler}
 * of its index logs what modules it finds; beside it stands what Node.js makes of it, and where
 * pushsim differs on purpose, what it makes of it, as with {@link NodeSnippets}.
 */
final class ModuleTrees {
  private static final Path FOLDER = NodeSnippets.FOLDER.resolve("trees");
  static final Path DRIVER = NodeSnippets.FOLDER.resolve("tree-driver.mjs");
  private static final String HEAD = "//// ";

  private ModuleTrees() {}

  /** One package. */
  record Tree(String name) {
    private String text() {
      return NodeSnippets.read(FOLDER.resolve(name + ".tree"));
    }

    /** Contents by path. */
    Map<String, String> files() {
      Map<String, String> files = new TreeMap<>();
      String path = "";
      for (String line : text().lines().toList()) {
        if (line.startsWith(HEAD)) {
          path = line.substring(HEAD.length());
          files.put(path, "");
        } else {
          files.merge(path, line + "\n", String::concat);
        }
      }
      return files;
    }

    FunctionVersion function() {
      return Functions.function("nodejs20.x", "index.handler", Functions.code(files()));
    }

    GoldenFile ofNode() {
      return new GoldenFile(FOLDER.resolve(name + ".txt"));
    }

    GoldenFile ofPushsim() {
      return new GoldenFile(FOLDER.resolve(name + ".pushsim.txt"));
    }

    /** Writes its files, each package in a folder of its name. */
    void write(Path folder) throws IOException {
      for (Map.Entry<String, String> file : files().entrySet()) {
        Path path = folder.resolve(name).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue().getBytes(UTF_8));
      }
    }
  }

  static List<Tree> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tree"))
          .sorted()
          .map(name -> new Tree(name.substring(0, name.length() - ".tree".length())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
