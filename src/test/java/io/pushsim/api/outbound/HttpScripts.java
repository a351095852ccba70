package io.pushsim.api.outbound;

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
 * Scripts that ask {@link PeerServer}, each with what the real Node.js makes of it beside it; and
 * the driver that runs them in both.
 */
final class HttpScripts {
  static final Path FOLDER = Path.of("src/test/resources/io/pushsim/api/outbound");
  static final Path DRIVER = FOLDER.resolve("driver.js");
  private static final ObjectMapper JSON = new ObjectMapper();

  private HttpScripts() {}

  static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("scripts"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".js"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GoldenFile ofNode(String name) {
    return new GoldenFile(FOLDER.resolve("scripts").resolve(name + ".txt"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String event(String name, int port) throws IOException {
    String text = read(FOLDER.resolve("scripts").resolve(name + ".js"));
    return JSON.writeValueAsString(Map.of("text", text, "port", port));
  }

  /** A JSON string's text. */
  static String text(String json) throws IOException {
    return JSON.readTree(json).asText();
  }

  /** What the driver printed: outputs by script. */
  static Map<String, String> outputs(String json) throws IOException {
    return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
  }
}
