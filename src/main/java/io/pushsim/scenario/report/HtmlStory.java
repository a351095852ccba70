package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.display.Figures;
import io.pushsim.display.HtmlWriter;
import java.util.Map;

/** One story on the page: a timeline of its steps. */
final class HtmlStory {
  private final HtmlWriter html;
  private final StoryReport story;
  private final int number;
  private final StorySetting setting;
  private final OperationSummary summary;
  private final HtmlDelivery deliveries;

  HtmlStory(HtmlWriter html, StoryReport story, int number) {
    this.html = html;
    this.story = story;
    this.number = number;
    this.setting = StorySetting.of(story);
    this.summary = new OperationSummary(setting, "→");
    this.deliveries = new HtmlDelivery(html, setting);
  }

  private String stepId(StepReport step) {
    return "story-" + number + "-step-" + step.number();
  }

  /** Passed or failed, told by sign, by colour and by word. */
  static void mark(HtmlWriter html, boolean passed) {
    html.open("span.mark." + (passed ? "passed" : "failed"));
    html.element("span", passed ? "✓" : "✗", "aria-hidden", "true");
    html.element("span.spoken", passed ? "passed: " : "failed: ");
    html.close("span");
  }

  /** The story's failures alone, each with a link to its step. */
  void writeFailures() {
    for (StepReport step : story.steps()) {
      for (FailureReport failure : step.failures()) {
        html.open("div.failure").open("p.where");
        html.element("a", place(failure), "href", "#" + stepId(step)).close("p");
        html.open("p.what").element("bdi", story.name()).text(": ");
        html.element("bdi", headlineOf(step)).close("p");
        diff(failure);
        html.close("div");
      }
    }
  }

  private void failure(FailureReport failure) {
    html.open("div.failure").element("p.where", place(failure));
    diff(failure);
    html.close("div");
  }

  private String place(FailureReport failure) {
    String path = failure.path().isEmpty() ? "" : "  " + failure.path();
    return Decisions.place(story.file(), failure) + path;
  }

  private String headlineOf(StepReport step) {
    return step.operation() + " " + summary.asked(step);
  }

  private void diff(FailureReport failure) {
    html.open("dl.diff");
    html.element("dt", "expected").open("dd.expected").element("pre", failure.expected());
    html.close("dd");
    html.element("dt", "actual").open("dd.actual").element("pre", failure.actual()).close("dd");
    html.close("dl");
  }

  void write() {
    String id = "story-" + number;
    html.open("section.story", "id", id, "aria-labelledby", id + "-name");
    html.open("h2", "id", id + "-name");
    mark(html, story.passed());
    html.element("bdi", story.name()).close("h2");
    html.open("p.setting").element("code", story.file());
    html.text(" · account " + story.account() + " · " + story.region());
    html.text(" · seed " + story.seed() + " · starts " + story.start()).close("p");
    html.open("ol.timeline");
    story.steps().forEach(this::step);
    html.close("ol").close("section");
  }

  private void step(StepReport step) {
    html.open("li.step." + (step.passed() ? "passed" : "failed"), "id", stepId(step));
    headline(step);
    step.error().ifPresent(this::error);
    step.failures().forEach(this::failure);
    step.invocation().ifPresent(deliveries::run);
    step.repeated().ifPresent(this::repeated);
    step.pushes().forEach(deliveries::push);
    raw(step);
    html.close("li");
  }

  private void headline(StepReport step) {
    html.open("h3");
    mark(html, step.passed());
    html.element("span.operation", step.operation()).text(" ");
    html.element("bdi.asked", summary.asked(step)).close("h3");
    html.open("p.margin").element("span.line", "line " + step.line());
    if (setting.since(step.time()).toMillis() > 0) {
      html.text(" ")
          .element(
              "time", "+" + Figures.exact(setting.since(step.time())), "datetime", step.time());
    }
    html.close("p");
    String answer = step.response().map(r -> summary.answered(step.operation(), r)).orElse("");
    if (!answer.isEmpty()) {
      html.open("p.answer").text("→ ").element("bdi", answer).close("p");
    }
  }

  private void error(ErrorReport error) {
    html.open("div.refusal." + (error.expected() ? "expected" : "unexpected")).open("p");
    html.element("span.badge", error.expected() ? "refused as expected" : "refused").text(" ");
    html.element("code", error.code() + " (" + error.httpStatus() + ")").text(" ");
    html.element("bdi", error.message()).close("p");
    if (!error.details().isEmpty()) {
      html.open("dl.details");
      for (Map.Entry<String, String> detail : error.details().entrySet()) {
        html.element("dt", detail.getKey()).element("dd", detail.getValue());
      }
      html.close("dl");
    }
    error.reason().forEach(reason -> html.element("p", reason));
    html.close("div");
  }

  private void repeated(RepeatReport sums) {
    html.open("div.repeat").open("p").element("strong", Figures.number(sums.times()) + " times");
    html.text(": " + Figures.count(sums.deliveries(), "delivery", "deliveries") + ", ");
    html.text(Figures.number(sums.allowed()) + " allowed, ");
    html.text(Figures.number(sums.denied()) + " denied, ");
    html.text(Figures.count(sums.failed(), "function error", "function errors") + ", ");
    html.text(Figures.count(sums.coldStarts(), "cold start", "cold starts"));
    html.text(Decisions.states(sums) + Decisions.faults(sums)).close("p");
    int runs = sums.split().values().stream().mapToInt(Integer::intValue).sum();
    html.open("ul.split");
    sums.split().forEach((version, count) -> share(version, count, runs));
    html.close("ul");
    if (sums.times() > 1 && hasFirst(sums)) {
      html.element("p.first", "The first of them:");
    }
    html.close("div");
  }

  private static boolean hasFirst(RepeatReport sums) {
    return sums.deliveries() > 0;
  }

  private void share(String version, int count, int runs) {
    String percent = Figures.percent(count, runs);
    html.open("li").element("span.version", "version " + version);
    html.open("svg.bar", "role", "img", "aria-label", percent, "width", "100%", "height", "12");
    html.open("rect.rest", "width", "100%", "height", "12").close("rect");
    html.open("rect.share", "width", percent.replace(" ", ""), "height", "12").close("rect");
    html.close("svg");
    html.element("span.percent", percent).element("span.count", Figures.number(count));
    html.close("li");
  }

  private void raw(StepReport step) {
    html.open("details.raw")
        .element("summary", step.response().isPresent() ? "Parameters and response" : "Parameters");
    pretty("Parameters", step.parameters());
    step.response().ifPresent(response -> pretty("Response", response));
    html.close("details");
  }

  private void pretty(String heading, JsonNode json) {
    html.element("h4", heading).element("pre", JsonText.pretty(json), "tabindex", "0");
  }
}
