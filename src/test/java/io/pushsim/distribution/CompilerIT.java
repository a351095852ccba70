package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pushsim.testing.Launched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code bin/pushsim} has JavaScript compiled: on a JDK 25, for those who ask. */
class CompilerIT {
  private static final boolean HAS_COMPILER =
      Runtime.version().compareTo(Runtime.Version.parse("25.0.3")) >= 0;

  @TempDir Path folder;
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void startFromAPlainLogin() {
    environment = Installation.environment(folder.resolve("cache"));
  }

  @Test
  void compilesForALoad_whereTheJavaCan() throws IOException {
    Launched launched = load();

    assertThat(javaScript(launched)).isEqualTo(HAS_COMPILER ? "compiled" : "interpreted");
  }

  @Test
  void interprets_whenToldSo() throws IOException {
    assertThat(javaScript(load("--no-jit"))).isEqualTo("interpreted");
  }

  @Test
  void refusesAskedFor_whereTheJavaCannot() throws IOException {
    Launched launched = load("--jit");

    if (HAS_COMPILER) {
      assertThat(javaScript(launched)).isEqualTo("compiled");
    } else {
      assertThat(launched.exitCode()).isEqualTo(2);
      assertThat(launched.err())
          .contains("--jit: Java " + System.getProperty("java.version"))
          .contains("have JAVA_HOME name a JDK of 25.0.3 or newer that has JVMCI");
    }
  }

  private Launched load(String... options) {
    Installation installation = Installation.built();
    String canary = installation.home().resolve("scenarios/canary.yaml").toString();
    List<String> brief =
        List.of("load", canary, "--rate", "50", "--duration", "1s", "--warmup", "0s");
    return installation.run(
        environment,
        Stream.of(brief.stream(), Stream.of("--format", "json"), Stream.of(options))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private static String javaScript(Launched launched) throws IOException {
    assertThat(launched.err()).isEmpty();
    assertThat(launched.exitCode()).isZero();
    return new ObjectMapper().readTree(launched.out()).at("/setting/machine/javaScript").asText();
  }
}
