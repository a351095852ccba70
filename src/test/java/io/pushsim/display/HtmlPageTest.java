package io.pushsim.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final HtmlPage PAGE = new HtmlPage(HtmlPageTest.class, "sample.css", "sample.js");

  @Test
  void letsInItsOwnStyleAndScriptAndNothingElse() throws Exception {
    String page = PAGE.write("Sample", html -> html.element("p", "text"));

    assertThat(between("http-equiv=\"Content-Security-Policy\" content=\"", "\">", page))
        .isEqualTo(
            "default-src &#39;none&#39;; style-src &#39;sha256-"
                + sha256(between("<style>", "</style>", page))
                + "&#39;; script-src &#39;sha256-"
                + sha256(between("<script>", "</script>", page))
                + "&#39;");
  }

  @Test
  void hasStyleScriptAndBodyOfItsOwn() {
    String page = PAGE.write("Sample", html -> html.element("p", "text"));

    assertThat(page)
        .contains("p { color: var(--text); }\n</style>")
        .containsSubsequence(
            "<body>",
            "<p>text</p>",
            "<script>\"use strict\";",
            "document.title = \"<sample>\";\n</script>")
        .endsWith("</html>\n");
  }

  @Test
  void hasTheGeneralStyleBeforeItsOwn() {
    assertThat(PAGE.write("Sample", html -> {}))
        .containsSubsequence("<style>", "--text: #1b2330;", "p { color: var(--text); }");
  }

  @Test
  void showsTheTitleAsText_whenItIsHostile() {
    String page = PAGE.write("</title><script>\u202e", html -> {});

    assertThat(page).contains("<title>&lt;/title&gt;&lt;script&gt;\\u202e</title>");
  }

  @Test
  void keepsData_whichNothingInItCanEnd() {
    String page = PAGE.write("Sample", html -> html.data("data", "[\"</script><!--\u202e\"]"));

    assertThat(page)
        .contains(
            "<script type=\"application/json\" id=\"data\">[\"\\u003c/script>\\u003c!--\\u202E\"]</script>");
  }

  @Test
  void saysSo_whenTheJarLacksTheStyleSheet() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new HtmlPage(HtmlPageTest.class, "none.css", "sample.js"))
        .withMessage("The jar lacks its own none.css");
  }

  private static String between(String start, String end, String page) {
    Matcher found =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(page);
    assertThat(found.find()).as(start).isTrue();
    return found.group(1);
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }
}
