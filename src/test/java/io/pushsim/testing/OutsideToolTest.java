package io.pushsim.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.testing.OutsideTool.WithoutIt;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** A missing tool never passes in silence. */
class OutsideToolTest {
  private static final OutsideTool NODE = new OutsideTool("node", "Node.js", List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''          | SKIP
          aws         | SKIP
          aws,node    | FAIL
          node        | FAIL
          ' node , '  | FAIL
          """)
  void failsATest_whenTheEnvironmentNamesTheTool(String required, WithoutIt expected) {
    assertThat(NODE.withoutIt(Map.of("PUSHSIM_REQUIRE", required))).isEqualTo(expected);
  }

  @Test
  void skipsATestAloud_whenTheEnvironmentDoesNotSay() {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    String sentence = "NOT TESTED with Node.js, which is missing: 'node' cannot be started";

    assertThatThrownBy(
            () -> NODE.missing("'node' cannot be started", Map.of(), new PrintStream(log)))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining(sentence);
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("*** " + sentence)
        .contains("*** PUSHSIM_REQUIRE=node makes this a failure.");
  }

  @Test
  void saysWhy_whenItFailsATest() {
    Map<String, String> environment = Map.of("PUSHSIM_REQUIRE", "node");

    assertThatThrownBy(() -> NODE.missing("no network", environment, System.err))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "NOT TESTED with Node.js, which is missing: no network (PUSHSIM_REQUIRE names 'node')");
  }

  @Test
  void refusesANameThatNoToolHas() {
    assertThatThrownBy(() -> NODE.withoutIt(Map.of("PUSHSIM_REQUIRE", "aws,nod")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "PUSHSIM_REQUIRE names 'nod'; it may name aws, chromium, minio, node, node20, versitygw");
  }

  @Test
  void isThere_whenEveryProbeWorks() {
    assertThat(probedBy("sh", "-c", "exit 0").fault()).isEmpty();
  }

  @Test
  void isMissing_whenAProbeFails() {
    assertThat(probedBy("sh", "-c", "echo no module >&2; exit 1").fault())
        .hasValue("'sh -c echo no module >&2; exit 1' ends with 1: no module");
    assertThat(probedBy("no-such-program", "--version").fault())
        .hasValue("'no-such-program --version' cannot be started");
  }

  private static OutsideTool probedBy(String... probe) {
    return new OutsideTool("node", "It", List.of(List.of("true"), List.of(probe)));
  }
}
