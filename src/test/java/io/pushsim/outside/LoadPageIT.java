package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.load.report.LoadPage;
import io.pushsim.load.report.SampleLoads;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a load in a real browser, which draws its charts under its own policy. */
@Tag("one-jdk")
class LoadPageIT {
  @TempDir Path folder;

  @BeforeAll
  static void browserIsThere() {
    OutsideTool.CHROMIUM.demand();
  }

  @Test
  void drawsEachChart() throws IOException {
    Browser.Page page = Browser.open(folder, LoadPage.of(SampleLoads.of("p99<1s")), "");

    assertThat(page.console()).isEmpty();
    assertThat(page.dom().split("<canvas", -1)).hasSize(1 + 7);
    assertThat(page.dom()).contains("version 2").doesNotContain("<figure class=\"chart\" hidden");
  }

  @Test
  void showsHostileNames_andObeysNone() throws IOException {
    Browser.Page page = Browser.open(folder, LoadPage.of(SampleLoads.of()), "");

    assertThat(page.console()).isEmpty();
    assertThat(page.dom()).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;");
  }
}
