package io.pushsim.runtime;

import java.util.Map;

/**
 * Where the ports of Node.js's modules lie: CommonJS packages of the JavaScript world, as WebJars.
 */
final class Ports {
  private static final String FOLDER = "/META-INF/resources/webjars/";
  private static final Map<String, String> VERSIONS =
      Map.ofEntries(
          Map.entry("base64-js", "1.5.1"),
          Map.entry("buffer", "6.0.3"),
          Map.entry("cjs-module-lexer", "1.4.3"),
          Map.entry("ieee754", "1.2.1"),
          Map.entry("punycode", "2.3.1"),
          Map.entry("readable-stream", "4.5.2"),
          Map.entry("string_decoder", "1.3.0"),
          Map.entry("tr46", "5.0.0"),
          Map.entry("url", "0.11.4"),
          Map.entry("web-streams-polyfill", "3.3.3"),
          Map.entry("webidl-conversions", "7.0.0"),
          Map.entry("whatwg-url", "14.0.0"));

  private Ports() {}

  /**
   * Where a file lies on the class path.
   *
   * @param file the package's name and a path within it, such as {@code buffer/index.js}
   */
  static String resource(String file) {
    int slash = file.indexOf('/');
    String name = file.substring(0, slash);
    String version = VERSIONS.get(name);
    if (version == null) {
      throw new IllegalArgumentException("there is no port " + name + " for " + file);
    }
    return FOLDER + name + "/" + version + file.substring(slash);
  }
}
