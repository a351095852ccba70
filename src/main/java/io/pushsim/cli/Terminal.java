package io.pushsim.cli;

import io.pushsim.display.Style;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command's output goes, and how it may look there.
 *
 * @param interactive whether a person sees standard output as it comes
 * @param width in columns
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    Charset charset,
    boolean interactive,
    int width,
    boolean colours) {
  private static final int DEFAULT_WIDTH = 80;

  static Terminal ofProcess() {
    return of(System.getenv(), System.getProperties());
  }

  /**
   * The launcher knows best whether standard output is a terminal and how wide: it says so in the
   * system properties {@code pushsim.terminal} and {@code pushsim.columns}.
   */
  static Terminal of(Map<String, String> environment, Properties properties) {
    boolean interactive = Boolean.parseBoolean(properties.getProperty("pushsim.terminal"));
    // What is not a terminal is a file or a pipe: these are UTF-8 everywhere today.
    Charset charset = interactive ? localeCharset(properties) : StandardCharsets.UTF_8;
    return new Terminal(
        StandardStream.out(charset),
        StandardStream.err(charset),
        charset,
        interactive,
        columns(properties.getProperty("pushsim.columns"))
            .or(() -> columns(environment.get("COLUMNS")))
            .orElse(DEFAULT_WIDTH),
        colours(environment, interactive));
  }

  Style style() {
    return new Style(width, colours, Style.unicodeIn(charset));
  }

  Ansi ansi() {
    return colours ? Ansi.ON : Ansi.OFF;
  }

  private static Charset localeCharset(Properties properties) {
    String name =
        properties.getProperty(
            "stdout.encoding", properties.getProperty("native.encoding", "UTF-8"));
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  /** By the conventions of no-color.org and of CLICOLOR_FORCE. */
  private static boolean colours(Map<String, String> environment, boolean interactive) {
    if (isSet(environment, "NO_COLOR")) {
      return false;
    }
    boolean forced = isSet(environment, "CLICOLOR_FORCE") || isSet(environment, "FORCE_COLOR");
    return forced || (interactive && !"dumb".equals(environment.get("TERM")));
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    return !value.isEmpty() && !value.equals("0");
  }

  private static Optional<Integer> columns(@org.jspecify.annotations.Nullable String text) {
    boolean isNumber = text != null && text.matches("[1-9][0-9]{0,4}");
    return isNumber ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
