package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The story of a check's that is without faults is one that AWS would play. */
class MendedScenarioTest {

  @Test
  void plays() {
    Cli replay = Cli.run("replay", "src/test/resources/check/mended/scenario.yaml");

    assertThat(replay.exitCode()).isZero();
    assertThat(replay.out()).contains("0 failed");
  }
}
