package io.pushsim.scenario.report;

import io.pushsim.display.Figures;
import io.pushsim.display.HtmlPage;
import io.pushsim.display.HtmlWriter;
import java.util.List;

/** {@code report.html}: one page that needs nothing beside it. */
public final class HtmlReport {
  private final HtmlWriter html;
  private final ReplayReport replay;

  private HtmlReport(HtmlWriter html, ReplayReport replay) {
    this.html = html;
    this.replay = replay;
  }

  /** The whole page, ending in a line end. */
  public static String of(ReplayReport replay) {
    return new HtmlPage(HtmlReport.class, "report.css")
        .write(
            "pushsim replay: " + StoryCounts.sentence(replay),
            html -> new HtmlReport(html, replay).body());
  }

  private void body() {
    html.element("a.skip", "Skip to the stories", "href", "#stories");
    banner();
    html.open("main");
    failures();
    overview();
    for (int i = 0; i < replay.stories().size(); i++) {
      new HtmlStory(html, replay.stories().get(i), i + 1).write();
    }
    html.close("main");
    html.open("footer");
    html.element(
        "p", "Times are virtual: the same files with the same seeds give this page byte by byte.");
    html.close("footer");
  }

  private void banner() {
    StoryCounts counts = StoryCounts.of(replay);
    html.open("header.banner." + (replay.passed() ? "passed" : "failed"));
    html.element("p.product", "pushsim replay");
    html.element("h1", replay.passed() ? "All as expected" : "Not all as expected");
    html.open("ul.figures");
    figure(replay.stories().size(), "story", "stories");
    figure(counts.steps(), "step", "steps");
    figure(counts.failedSteps(), "failed step", "failed steps");
    figure(counts.allowed(), "delivery allowed", "deliveries allowed");
    figure(counts.denied(), "delivery denied", "deliveries denied");
    html.close("ul").close("header");
  }

  private void figure(int number, String one, String many) {
    html.open("li").element("strong", Figures.number(number)).text(" ");
    html.element("span", number == 1 ? one : many).close("li");
  }

  private void failures() {
    if (replay.passed()) {
      return;
    }
    html.open("section.failures", "aria-labelledby", "failures");
    html.element("h2", "What was not as expected", "id", "failures");
    for (int i = 0; i < replay.stories().size(); i++) {
      new HtmlStory(html, replay.stories().get(i), i + 1).writeFailures();
    }
    html.close("section");
  }

  private void overview() {
    html.open("section.overview", "aria-labelledby", "stories");
    html.element("h2", "Stories", "id", "stories");
    html.open("table").open("thead").open("tr");
    for (String heading : List.of("Story", "Steps", "Failed", "Allowed", "Denied")) {
      html.element("th", heading, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    for (int i = 0; i < replay.stories().size(); i++) {
      row(replay.stories().get(i), i + 1);
    }
    html.close("tbody").close("table").close("section");
  }

  private void row(StoryReport story, int number) {
    StoryCounts counts = StoryCounts.of(story);
    html.open("tr").open("th", "scope", "row");
    HtmlStory.mark(html, story.passed());
    html.element("a", story.name(), "href", "#story-" + number);
    html.element("span.file", story.file()).close("th");
    for (int figure :
        List.of(counts.steps(), counts.failedSteps(), counts.allowed(), counts.denied())) {
      html.element("td", Figures.number(figure));
    }
    html.close("tr");
  }
}
