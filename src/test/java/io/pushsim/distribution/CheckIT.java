package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.Launched;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} and {@code explain} as they are installed. */
class CheckIT {
  private static final Path RESOURCES =
      Path.of("src", "test", "resources", "check").toAbsolutePath();
  private static final String BROKEN = RESOURCES.resolve("broken/cli-output").toString();
  private static final String MENDED = RESOURCES.resolve("mended/cli-output").toString();

  @TempDir private Path folder;
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void startFromAPlainLogin() {
    environment = Installation.environment(folder.resolve("cache"));
  }

  private Launched run(String... arguments) {
    return Installation.built().run(environment, arguments);
  }

  @Test
  void checksABrokenSetUpAndItsTwin() {
    Launched broken = run("check", BROKEN);
    Launched mended = run("check", MENDED);

    assertThat(broken.err() + mended.err()).isEmpty();
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out()).contains("[target-without-grant]");
    assertThat(mended.exitCode()).isZero();
    assertThat(mended.out()).contains("no findings in ");
  }

  @Test
  void saysWhatIsWrongWithAnInput() {
    Launched launched = run("check", "nowhere.yaml", MENDED);

    assertThat(launched.err())
        .isEqualTo(
            "nowhere.yaml: there is no such file or folder: is the path spelt as it should?\n");
    assertThat(launched.exitCode()).isEqualTo(2);
  }

  @Test
  void explainsADecision() {
    Launched launched = run("explain", "--bucket", "examplebucket", "--key", "in/a.jpg", BROKEN);

    assertThat(launched.err()).isEmpty();
    assertThat(launched.out()).contains("Allowed by statement 's3'.");
    assertThat(launched.exitCode()).isZero();
  }
}
