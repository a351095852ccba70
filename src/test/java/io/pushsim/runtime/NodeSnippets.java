package io.pushsim.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * The snippets in {@code src/test/resources/io/pushsim/runtime/node}, each with what the real
 * Node.js makes of it beside it ({@code .txt}); and where pushsim differs on purpose, what it makes
 * of it ({@code .pushsim.txt}) and, in {@code differences.txt}, why.
 */
final class NodeSnippets {
  static final Path FOLDER = Path.of("src/test/resources/io/pushsim/runtime");
  static final Path SNIPPETS = FOLDER.resolve("node");
  static final Path DRIVER = FOLDER.resolve("driver.js");
  private static final ObjectMapper JSON = new ObjectMapper();

  private NodeSnippets() {}

  /** What there is of Node.js's modules and globals. */
  static final Snippet INVENTORY = new Snippet(FOLDER, "inventory");

  /** One snippet: {@code module.what.js} in its folder. */
  record Snippet(Path folder, String name) {
    String module() {
      return name.substring(0, name.indexOf('.'));
    }

    String what() {
      return name.substring(name.indexOf('.') + 1).replace('-', ' ');
    }

    String text() {
      return read(folder.resolve(name + ".js"));
    }

    GoldenFile ofNode() {
      return new GoldenFile(folder.resolve(name + ".txt"));
    }

    GoldenFile ofPushsim() {
      return new GoldenFile(folder.resolve(name + ".pushsim.txt"));
    }
  }

  static List<Snippet> all() {
    try (Stream<Path> files = Files.list(SNIPPETS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".js"))
          .map(name -> new Snippet(SNIPPETS, name.substring(0, name.length() - 3)))
          .sorted((a, b) -> a.name().compareTo(b.name()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why pushsim differs from Node.js on purpose, by snippet. */
  static Map<String, String> differences() {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : read(FOLDER.resolve("differences.txt")).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(": ", 2);
        reasons.put(parts[0], parts[1]);
      }
    }
    return reasons;
  }

  /** What an environment that has {@link #DRIVER} for its handler makes of a snippet. */
  static String run(Replay replay, ExecutionEnvironment environment, Snippet snippet)
      throws IOException {
    String event = JSON.writeValueAsString(Map.of("text", snippet.text()));
    InvocationReport report = replay.invoke(environment, event);
    if (report.result().isError()) {
      throw new AssertionError(snippet.name() + ": " + report.result().payload() + report.logs());
    }
    return JSON.readTree(report.result().payload()).asText();
  }

  static FunctionVersion function() {
    return Functions.function(
        "nodejs20.x", "driver.handler", Functions.code("driver.js", read(DRIVER)));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the driver printed: outputs by snippet. */
  static Map<String, String> outputs(String json) throws IOException {
    return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
  }
}
