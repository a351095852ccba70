package io.pushsim.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Source;

/** The JavaScript files beside this class, each read once and hidden from stack traces. */
final class Prelude {
  private final Map<String, Source> sources = new ConcurrentHashMap<>();

  /**
   * @param name the file's name without its extension
   */
  Source source(String name) {
    return sources.computeIfAbsent(name, Prelude::read);
  }

  private static Source read(String name) {
    String file = name + ".js";
    try (InputStream stream = Prelude.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no file " + file + " in the prelude");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder("js", text, "pushsim:" + file).internal(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
