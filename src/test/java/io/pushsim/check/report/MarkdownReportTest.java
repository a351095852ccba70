package io.pushsim.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.CheckReport;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  @Test
  void looksAsAccepted() throws IOException {
    new GoldenFile("check/report.md").assertHolds(written(SampleChecks.rich()));
  }

  @Test
  void showsHostileTexts_andObeysNone() throws IOException {
    String outsideFences = written(SampleChecks.rich()).replaceAll("(?s)(````*)sh.*?\\1", "");

    assertThat(outsideFences)
        .doesNotContain("<img", "</script>", "@everyone", "\u202e")
        .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;")
        .contains("@<!-- -->everyone")
        .contains("\\\\u202egpj.exe");
  }

  @Test
  void everyRowOfTheTableHasSixCells_whateverStandsInThem() throws IOException {
    assertThat(
            written(SampleChecks.rich())
                .lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.replaceAll("\\\\\\\\", "").replace("\\|", "")))
        .isNotEmpty()
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 7);
  }

  @Test
  void aFenceIsLongerThanAnyInIt() {
    assertThat(MarkdownText.fenced("sh", List.of("echo ```` x\n```")))
        .isEqualTo("`````sh\necho ```` x\n```\n`````");
  }

  @Test
  void whatLinksIsBroken() {
    assertThat(MarkdownText.prose("https://evil.example #12 [a](b) *c* 1. www.x"))
        .isEqualTo("https:<!-- -->//evil.example #<!-- -->12 \\[a\\](b) \\*c\\* 1. www\\.x");
  }

  @Test
  void saysWhatIsOpen() throws IOException {
    assertThat(written(SampleChecks.rich()))
        .contains(
            "| ❗ open | <code>archive-bucket</code> | (none) | | <code>thumbnail</code> | allowed by statement 'archive' (stack.yaml:55:7) |");
  }

  @Test
  void leavesOutRowsThatWork_whenThereAreTooMany() throws IOException {
    String written = written(SampleChecks.large(1_000, 1_000));

    assertThat(written.lines().filter(line -> line.startsWith("| ❌"))).hasSize(100);
    assertThat(written.lines().filter(line -> line.startsWith("| ✅"))).hasSize(100);
    assertThat(written).contains("800 more rows are in report.html of `--report`.");
  }

  private static String written(CheckReport report) throws IOException {
    StringWriter text = new StringWriter();
    MarkdownReport.write(report, text);
    return text.toString();
  }
}
