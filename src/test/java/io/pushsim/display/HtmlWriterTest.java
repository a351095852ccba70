package io.pushsim.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HtmlWriterTest {

  @Test
  void keepsFirstEmptyLine_whenLogBeginsWithOne() {
    HtmlWriter html = new HtmlWriter();

    assertThat(html.element("pre", "\nsecond").page()).contains("<pre>\n\nsecond</pre>");
  }

  @Test
  void showsTagsAsText_whenTextHasThem() {
    HtmlWriter html = new HtmlWriter();

    assertThat(html.element("p.note", "<b>&\u0007", "title", "\"'").page())
        .contains(
            "<p class=\"note\" title=\"&quot;&#39;\">&lt;b&gt;&amp;"
                + "<span class=\"escape\">\\u0007</span></p>");
  }

  @Test
  void saysSo_whenAnotherElementIsTheInnermost() {
    HtmlWriter html = new HtmlWriter().open("main").open("p");

    assertThatIllegalStateException()
        .isThrownBy(() -> html.close("main"))
        .withMessage("Open is [p, main], not main");
  }
}
