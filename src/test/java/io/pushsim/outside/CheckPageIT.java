package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.CheckReport;
import io.pushsim.check.report.CheckPage;
import io.pushsim.check.report.SampleChecks;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a check in a real browser, which runs its script under its own policy. */
@Tag("one-jdk")
class CheckPageIT {
  private static final Pattern ROW = Pattern.compile("<strong>(bucket-\\d+)</strong><span>");
  private static final Pattern COUNT =
      Pattern.compile("<p class=\"count\" role=\"status\">([^<]*)</p>");

  @TempDir Path folder;

  /** What the page came to be, and what the browser had to say of it. */
  private record Shown(String dom, List<String> console) {

    List<String> rows() {
      return all(ROW, dom);
    }

    List<String> counts() {
      return all(COUNT, dom);
    }

    private static List<String> all(Pattern pattern, String text) {
      List<String> found = new ArrayList<>();
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
      return found;
    }
  }

  @BeforeAll
  static void browserIsThere() {
    OutsideTool.CHROMIUM.demand();
  }

  @Test
  void drawsAWindowIntoTheMatrix_whenItIsLarge() throws IOException {
    Shown shown = shown(SampleChecks.large(200, 200), "");

    assertThat(shown.console()).isEmpty();
    assertThat(shown.counts())
        .containsExactly("200 of 200 rows, 200 of 200 targets; 40,000 of 40,000 cells");
    assertThat(shown.rows()).startsWith("bucket-0000", "bucket-0001").hasSizeBetween(10, 60);
    assertThat(shown.dom())
        .contains("aria-rowcount=\"201\" aria-colcount=\"201\"")
        .contains(
            "class=\"cell dead own\" data-r=\"3\" data-c=\"3\" aria-colindex=\"5\" aria-label=\"dead\"");
  }

  @Test
  void showsWhatIsSearchedFor_whenTheAddressSaysSo() throws IOException {
    Shown shown = shown(SampleChecks.large(200, 200), "#q=bucket-0013+dead");

    assertThat(shown.console()).isEmpty();
    assertThat(shown.counts())
        .containsExactly("1 of 200 rows, 1 of 200 targets; 1 of 40,000 cells");
    assertThat(shown.rows()).containsExactly("bucket-0013");
    assertThat(shown.dom()).contains("<span>function-0002:ALIAS4</span>");
  }

  @Test
  void findsByTheStatementThatDecides() throws IOException {
    assertThat(shown(SampleChecks.large(200, 200), "#q=%27s77%27").rows())
        .containsExactly("bucket-0077");
  }

  @Test
  void showsOnlyWhatIsDeadOrOpen_whenTheAddressSaysSo() throws IOException {
    Shown shown = shown(SampleChecks.large(200, 200), "#only=dead,open&q=bucket-00");

    assertThat(shown.counts())
        .containsExactly("10 of 200 rows, 20 of 200 targets; 20 of 40,000 cells");
    assertThat(shown.rows()).first().isEqualTo("bucket-0003");
    assertThat(shown.rows()).allMatch(bucket -> bucket.endsWith("3"));
  }

  @Test
  void saysSo_whenNothingIsLikeThat() throws IOException {
    Shown shown = shown(SampleChecks.large(20, 20), "#q=nosuchbucket");

    assertThat(shown.counts()).containsExactly("Nothing is like that.");
    assertThat(shown.rows()).isEmpty();
  }

  @Test
  void filtersTheFindings_whenTheAddressSaysSo() throws IOException {
    Shown shown = shown(SampleChecks.rich(), "#find=uploads&severity=note");

    assertThat(shown.counts().get(0)).isEqualTo("1 of 4 findings");
    assertThat(shown.dom())
        .containsPattern("<article class=\"finding note\"[^>]*kind=\"unknown-decision\">")
        .containsPattern("<article class=\"finding error\"[^>]* hidden=\"\">");
  }

  @Test
  void showsHostileNames_andObeysNone() throws IOException {
    Shown shown = shown(SampleChecks.rich(), "#set=1");

    assertThat(shown.console()).isEmpty();
    assertThat(shown.dom())
        .doesNotContain("<img")
        .contains("<strong>logs</strong><span>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
  }

  @Test
  void runsNoScriptButItsOwn() throws IOException {
    String page =
        CheckPage.of(SampleChecks.passing())
            .replace("<main>", "<main><script>document.title = 'taken over'</script>");
    Shown shown = shown(page, "");

    assertThat(shown.console()).hasSize(1);
    assertThat(shown.console().get(0)).contains("Content Security Policy");
    assertThat(shown.dom()).doesNotContain("<title>taken over");
  }

  private Shown shown(CheckReport report, String fragment) throws IOException {
    return shown(CheckPage.of(report), fragment);
  }

  private Shown shown(String html, String fragment) throws IOException {
    Browser.Page page = Browser.open(folder, html, fragment);
    return new Shown(page.dom(), page.console());
  }
}
