package io.pushsim.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Source;

/**
 * The JavaScript files beside this class and those of the ports, each read once and hidden from
 * stack traces.
 */
final class Prelude {
  private static final String PORT_HEAD = "(function (exports, require, module) { ";

  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final Map<String, Source> ports = new ConcurrentHashMap<>();
  private final Map<String, String> models = new ConcurrentHashMap<>();

  /**
   * @param name the file's name without its extension
   */
  Source source(String name) {
    return sources.computeIfAbsent(
        name, file -> internal("pushsim:" + file + ".js", text(file + ".js")));
  }

  /**
   * A port's CommonJS file, within the function that takes exports, require and module.
   *
   * @param file as {@link Ports#resource} takes it
   */
  Source port(String file) {
    return ports.computeIfAbsent(
        file, name -> internal("pushsim:ports/" + name, PORT_HEAD + portText(name) + "\n})"));
  }

  /** The text of a port's file that is no program. */
  String portText(String file) {
    return text(Ports.resource(file));
  }

  /**
   * AWS's model of a service, as JSON.
   *
   * @param service such as {@code s3}
   */
  String model(String service) {
    return models.computeIfAbsent(service, name -> text("sdk/" + name + ".json"));
  }

  private static Source internal(String name, String text) {
    return Source.newBuilder("js", text, name).internal(true).buildLiteral();
  }

  private static String text(String file) {
    try (InputStream stream = Prelude.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no file " + file + " in the prelude");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
