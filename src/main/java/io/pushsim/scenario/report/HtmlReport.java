package io.pushsim.scenario.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** {@code report.html}: one page that needs nothing beside it. */
public final class HtmlReport {
  private final HtmlWriter html = new HtmlWriter();
  private final ReplayReport replay;

  private HtmlReport(ReplayReport replay) {
    this.replay = replay;
  }

  /** The whole page, ending in a line end. */
  public static String of(ReplayReport replay) {
    return new HtmlReport(replay).page();
  }

  private String page() {
    html.open("html", "lang", "en");
    head(resource("report.css"), resource("report.js"));
    html.open("body");
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
    html.open("script").raw(resource("report.js")).close("script");
    html.close("body").close("html");
    return html.page();
  }

  /** The policy lets the page's own style and script in, and nothing else: no network. */
  private void head(String css, String script) {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src '" + hash(css) + "'; script-src '" + hash(script) + "'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", "pushsim replay: " + StoryCounts.sentence(replay));
    html.open("style").raw(css).close("style");
    html.close("head");
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

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks its own " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
