package io.pushsim.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadPageTest {
  @Test
  void tellsAllFigures_withoutAnythingBesideIt() {
    String page = LoadPage.of(SampleLoads.of("p99<1s", "denied>0"));

    assertThat(page)
        .contains("1 of 2 thresholds not kept.")
        .contains("<code>p99&lt;1s</code>")
        .contains("agrees with the weights (chi-square 0.00, p = 1.000)")
        .contains("<dd>0.1.0, commit abcdef0</dd>")
        .contains("var uPlot=function()")
        .doesNotContain("<script src", "<img")
        .doesNotContain("<link");
  }

  @Test
  void saysThatNoThresholdWasSet() {
    assertThat(LoadPage.of(SampleLoads.of())).contains("No threshold was set.");
  }
}
