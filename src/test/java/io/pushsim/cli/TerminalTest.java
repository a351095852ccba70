package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded from the environment on colours, width and letters. */
class TerminalTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          true,  TERM=xterm,                        true
          true,  TERM=dumb,                         false
          true,  TERM=xterm NO_COLOR=1,             false
          true,  TERM=xterm NO_COLOR=,              true
          false, TERM=xterm,                        false
          false, CLICOLOR_FORCE=1,                  true
          false, CLICOLOR_FORCE=0,                  false
          false, FORCE_COLOR=3,                     true
          false, FORCE_COLOR=1 NO_COLOR=1,          false
          true,  TERM=dumb FORCE_COLOR=1,           true
          """)
  void coloursByConvention(boolean interactive, String variables, boolean colours) {
    assertThat(Terminal.of(environment(variables), terminal(interactive)).colours())
        .isEqualTo(colours);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          COLUMNS=120, '',  120
          COLUMNS=120, 200, 200
          X=,          200, 200
          X=,          '',  80
          X=,          0,   80
          COLUMNS=-3,  x,   80
          COLUMNS=,    '',  80
          """)
  void takesTheWidthFromWhereItIsTold(String variables, String told, int width) {
    Properties properties = terminal(true);
    properties.setProperty("pushsim.columns", told);

    assertThat(Terminal.of(environment(variables), properties).width()).isEqualTo(width);
  }

  @Test
  void writesUtf8_whenStdoutIsNoTerminal() {
    Properties properties = terminal(false);
    properties.setProperty("native.encoding", "ISO-8859-1");

    assertThat(Terminal.of(Map.of(), properties).charset()).isEqualTo(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"ISO-8859-1,ISO-8859-1", "no-such-charset,UTF-8"})
  void writesTheTerminalsLetters_whenStdoutIsOne(String encoding, String charset) {
    Properties properties = terminal(true);
    properties.setProperty("native.encoding", encoding);

    assertThat(Terminal.of(Map.of(), properties).charset()).isEqualTo(Charset.forName(charset));
  }

  private static Properties terminal(boolean interactive) {
    Properties properties = new Properties();
    properties.setProperty("pushsim.terminal", Boolean.toString(interactive));
    return properties;
  }

  private static Map<String, String> environment(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return environment;
  }
}
