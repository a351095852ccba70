package io.pushsim.load.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.display.Figures;
import io.pushsim.display.HtmlPage;
import io.pushsim.display.HtmlWriter;
import io.pushsim.load.Ending;
import io.pushsim.load.GeneratorLimit;
import io.pushsim.load.LoadResult;
import io.pushsim.load.Split;
import io.pushsim.load.Switch;
import io.pushsim.load.measurement.Counts;
import io.pushsim.load.measurement.Latency;
import io.pushsim.load.measurement.Stage;
import io.pushsim.load.threshold.Threshold;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** {@code report.html}: one page with charts that needs nothing beside it. */
public final class LoadPage {
  /** The WebJar's folder of the version that the build names. */
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  /** How many points a curve of percentiles has for each further nine. */
  private static final int POINTS_A_DECADE = 10;

  private static final int DECADES = 5;

  private final HtmlWriter html;
  private final LoadReport report;
  private final LoadResult result;

  private LoadPage(HtmlWriter html, LoadReport report) {
    this.html = html;
    this.report = report;
    this.result = report.result();
  }

  /** The whole page, ending in a line end. */
  public static String of(LoadReport report) {
    return new HtmlPage(
            LoadPage.class,
            List.of(UPLOT + "uPlot.min.css", "load.css"),
            List.of(UPLOT + "uPlot.iife.min.js", "load.js"))
        .write(
            "pushsim load: " + report.setting().scenario(),
            html -> new LoadPage(html, report).body());
  }

  private void body() {
    html.element("a.skip", "Skip to the figures", "href", "#latency");
    banner();
    html.open("main");
    endings();
    thresholds();
    latency();
    versions();
    course();
    errors();
    compared();
    setting();
    html.close("main");
    html.open("footer");
    html.element("p", "Charts: uPlot 1.6.30, Copyright (c) 2022 Leon Sorokin, MIT License.");
    html.close("footer");
    html.data("load", data());
  }

  private String data() {
    ObjectNode data = JsonLoadReport.document(report);
    ObjectNode curves = data.putObject("curves");
    for (Stage stage : Stage.values()) {
      Latency latency = result.latency(stage);
      if (latency.count() > 0) {
        curve(curves.putArray(stage.word()), latency);
      }
    }
    return data.toString();
  }

  /** The times of 0, 20.6, 36.9, … 90, … 99, … percent: more and more nines. */
  private static void curve(ArrayNode curve, Latency latency) {
    for (int i = 0; i <= POINTS_A_DECADE * DECADES; i++) {
      double above = Math.pow(10, -i / (double) POINTS_A_DECADE);
      latency.percentile((1 - above) * 100).ifPresent(curve::add);
    }
  }

  private void banner() {
    Counts counts = result.counts();
    html.open("header.banner." + (report.passed() ? "passed" : "failed"));
    html.element("p.product", "pushsim load");
    html.element("h1", report.setting().scenario());
    html.element("p", verdict());
    html.open("ul.figures");
    figure(Words.rate(result.rates().ended()), "done, of " + Words.rate(result.rates().asked()));
    figure(Words.milliseconds(result.latency(Stage.END).percentile(50)), "median");
    figure(Words.milliseconds(result.latency(Stage.END).percentile(99)), "99th percentile");
    figure(Figures.number(counts.sent()), "pushes");
    figure(Figures.number(counts.failed()), counts.failed() == 1 ? "error" : "errors");
    figure(Figures.number(counts.throttles()), counts.throttles() == 1 ? "throttle" : "throttles");
    figure(Figures.number(counts.denied()), "denied");
    figure(
        Figures.number(counts.coldStarts()),
        counts.coldStarts() == 1 ? "cold start" : "cold starts");
    html.close("ul").close("header");
  }

  private String verdict() {
    long crossed = report.thresholds().stream().filter(each -> !each.passed()).count();
    if (report.thresholds().isEmpty()) {
      return report.passed() ? "No threshold was set." : "It did not come to its planned end.";
    }
    return crossed == 0
        ? "%s kept.".formatted(thresholds(report.thresholds().size()))
        : "%d of %s not kept.".formatted(crossed, thresholds(report.thresholds().size()));
  }

  private static String thresholds(long number) {
    return Figures.count(number, "threshold", "thresholds");
  }

  private void figure(String number, String word) {
    html.open("li").element("strong", number).text(" ").element("span", word).close("li");
  }

  private void endings() {
    GeneratorLimit limit = result.generatorLimit();
    if (result.ending().kind() != Ending.Kind.AS_PLANNED) {
      html.element("p.notice.bad", result.ending().sentence());
    }
    html.element(limit.reached() ? "p.notice.warn" : "p.notice", limit.sentence());
  }

  private void thresholds() {
    if (report.thresholds().isEmpty()) {
      return;
    }
    section("thresholds", "Thresholds");
    table("Threshold", "Measured");
    for (Threshold.Verdict verdict : report.thresholds()) {
      html.open("tr").open("th", "scope", "row");
      html.element(
          "span.mark." + (verdict.passed() ? "passed" : "failed"), verdict.passed() ? "✓" : "✗");
      html.element("span.spoken", verdict.passed() ? "kept: " : "not kept: ");
      html.element("code", verdict.threshold()).close("th");
      html.element("td", verdict.measured()).close("tr");
    }
    endTable();
    html.close("section");
  }

  private void section(String id, String heading) {
    html.open("section", "aria-labelledby", id).element("h2", heading, "id", id);
  }

  private void table(String... headings) {
    html.open("table").open("thead").open("tr");
    for (String heading : headings) {
      html.element("th", heading, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
  }

  private void endTable() {
    html.close("tbody").close("table");
  }

  private void row(String head, List<String> cells) {
    html.open("tr").element("th", head, "scope", "row");
    cells.forEach(cell -> html.element("td", cell));
    html.close("tr");
  }

  private void latency() {
    section("latency", "Latency");
    html.element("p.hint", "From when a push was meant to be sent to …");
    table("Stage", "p50", "p90", "p99", "p99.9", "max");
    for (Stage stage : Stage.values()) {
      Latency latency = result.latency(stage);
      if (latency.count() > 0) {
        row(
            stage.word(),
            List.of(
                words(latency.percentile(50)),
                words(latency.percentile(90)),
                words(latency.percentile(99)),
                words(latency.percentile(99.9)),
                words(latency.max())));
      }
    }
    endTable();
    chart("percentiles", "Latency by percentile");
    html.close("section");
  }

  private static String words(OptionalDouble milliseconds) {
    return Words.milliseconds(milliseconds);
  }

  /** Where the script draws; without it there is nothing to see. */
  private void chart(String kind, String title) {
    html.open("figure.chart", "data-chart", kind, "hidden", "hidden");
    html.element("figcaption", title).close("figure");
  }

  private void versions() {
    if (result.splits().isEmpty()) {
      return;
    }
    section("versions", "Versions");
    for (Split split : result.splits()) {
      html.open("h3").element("code", Words.name(split)).text(" ");
      html.element(
          split.verdict() == Split.Verdict.DISAGREES ? "span.disagrees" : "span",
          Words.verdict(split));
      html.close("h3");
      table("Version", "Weight", "Runs", "Share", "95 % sure: from", "to");
      for (Split.Share share : split.shares()) {
        row(
            share.version(),
            List.of(
                Figures.percent(share.weight()),
                Figures.number(share.runs()),
                Words.share(share.share()),
                Words.share(share.from()),
                Words.share(share.to())));
      }
      endTable();
    }
    chart("versions", "Runs a second, by version");
    for (Switch done : result.switches()) {
      html.element(
          done.refusal().isPresent() ? "p.notice.bad" : "p.notice",
          String.join(", ", Words.sentences(done)));
    }
    html.close("section");
  }

  private void course() {
    section("course", "As time went on");
    chart("rate", "Pushes a second");
    chart("latency", "Time to the end, in milliseconds");
    chart("queue", "Pushes under way");
    chart("processors", "Processors kept busy");
    chart("heap", "Heap in use, in MB");
    String process =
        report.setting().isThisProcess() ? "The whole process: " : "The process of pushsim: ";
    html.element("p", process + Words.resources(result.resources()) + ".");
    html.close("section");
  }

  private void errors() {
    List<Map.Entry<String, Long>> errors = Words.errors(result.counts());
    if (errors.isEmpty()) {
      return;
    }
    section("errors", "Errors");
    table("Kind", "Times");
    errors.forEach(error -> row(error.getKey(), List.of(Figures.number(error.getValue()))));
    endTable();
    html.close("section");
  }

  private void compared() {
    if (report.former().isEmpty()) {
      return;
    }
    FormerLoad former = report.former().get();
    section("compared", "Compared with a former load");
    html.element("p.hint", former.description());
    for (String difference : former.differences(report)) {
      html.element("p.notice.warn", "Not the same: " + difference);
    }
    table("Figure", "Before", "Now", "Change");
    for (FormerLoad.Compared figure : former.with(report)) {
      row(figure.figure(), List.of(figure.before(), figure.now(), figure.change()));
    }
    endTable();
    html.close("section");
  }

  private void setting() {
    Setting setting = report.setting();
    Setting.Machine machine = setting.machine();
    section("setting", "What was measured, and where");
    html.open("dl");
    described("Scenario", setting.file());
    described("Target", setting.target());
    described("Plan", Words.plan(setting.plan()));
    setting.events().forEach(event -> described("Event", event));
    Words.leftOut(setting).forEach(leftOut -> described("Left out", leftOut));
    described("Keys", setting.keyTemplate());
    described("Begun", setting.started().toString());
    described("pushsim", machine.pushsim() + ", commit " + machine.commit());
    described("Java", machine.jvm());
    described("Options", machine.flags().isEmpty() ? "none" : String.join(" ", machine.flags()));
    described("JavaScript", machine.javaScript());
    described("Machine", machine.processors() + " processors, " + machine.system());
    html.close("dl").close("section");
  }

  private void described(String term, String description) {
    html.element("dt", term).element("dd", description);
  }
}
