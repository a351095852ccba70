package io.pushsim.check.report;

import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.Severity;
import io.pushsim.display.Figures;
import io.pushsim.display.HtmlPage;
import io.pushsim.display.HtmlWriter;
import io.pushsim.document.Problem;
import java.util.List;

/**
 * {@code report.html}: one page that needs nothing beside it. Its script draws the matrix, in which
 * one can search, from data that lie in the page; without it the rules and findings are there as
 * plain HTML.
 */
public final class CheckPage {
  private final HtmlWriter html;
  private final CheckReport report;
  private final Counts counts;

  private CheckPage(HtmlWriter html, CheckReport report) {
    this.html = html;
    this.report = report;
    this.counts = Counts.of(report);
  }

  /** The whole page, ending in a line end. */
  public static String of(CheckReport report) {
    return new HtmlPage(CheckPage.class, "check.css", "tools.js", "matrix.js", "check.js")
        .write(
            "pushsim check: " + Counts.of(report).sentence(),
            html -> new CheckPage(html, report).body());
  }

  private void body() {
    List<MatrixView> views = report.setUps().stream().map(MatrixView::new).toList();
    html.element("a.skip", "Skip to the findings", "href", "#findings");
    banner();
    html.open("main");
    findings();
    // The script fills it.
    html.open(
        "section.matrix", "id", "matrix", "aria-labelledby", "matrix-name", "hidden", "hidden");
    html.element("h2", "Who may invoke what", "id", "matrix-name").close("section");
    rules(views);
    problems();
    html.close("main");
    html.open("footer").element("p", "Written by pushsim check.").close("footer");
    html.data("matrix-data", PageData.of(report, views));
  }

  private void banner() {
    boolean passed = report.passed() && report.problems().isEmpty();
    html.open("header.banner." + (passed ? "passed" : "failed"));
    html.element("p.product", "pushsim check");
    html.element("h1", headline());
    html.open("ul.figures");
    figure(counts.errors(), "error", "errors");
    figure(counts.warnings(), "warning", "warnings");
    figure(counts.notes(), "note", "notes");
    figure(counts.rules(), "rule", "rules");
    figure(counts.targets(), "target", "targets");
    if (counts.suppressed() > 0) {
      figure(
          counts.suppressed(),
          "left out by baseline or --ignore",
          "left out by baseline or --ignore");
    }
    html.close("ul");
    html.open("nav", "aria-label", "Parts of this page");
    html.element("a", "Findings", "href", "#findings").text(" ");
    html.element("a", "Rules", "href", "#rules").close("nav");
    html.close("header");
  }

  private String headline() {
    if (!report.passed()) {
      return "Not as it should be";
    }
    if (!report.problems().isEmpty()) {
      return "Not all could be read";
    }
    return counts.findings() == 0 ? "No findings" : "No errors";
  }

  private void figure(long number, String one, String many) {
    html.open("li").element("strong", Figures.number(number)).text(" ");
    html.element("span", number == 1 ? one : many).close("li");
  }

  private void findings() {
    html.open("section.findings", "id", "findings", "aria-labelledby", "findings-name");
    html.element("h2", "Findings", "id", "findings-name");
    if (counts.findings() == 0) {
      html.element("p", "There are none.");
    }
    // The worst of all set-ups first.
    for (Severity severity : Severity.values()) {
      for (CheckedSetUp setUp : report.setUps()) {
        for (Finding finding : setUp.findings()) {
          if (finding.kind().severity() == severity) {
            new PageFinding(html)
                .write(finding, report.setUps().size() > 1 ? Titles.of(setUp, report) : "");
          }
        }
      }
    }
    html.close("section");
  }

  private void rules(List<MatrixView> views) {
    html.open("section.rules", "id", "rules", "aria-labelledby", "rules-name");
    html.element("h2", "Rules", "id", "rules-name");
    for (int i = 0; i < views.size(); i++) {
      if (!views.get(i).rows().isEmpty()) {
        new PageRules(html, views.get(i)).write(Titles.of(report.setUps().get(i), report));
      }
    }
    html.close("section");
  }

  private void problems() {
    if (report.problems().isEmpty()) {
      return;
    }
    html.open("section.problems", "aria-labelledby", "problems-name");
    html.element("h2", "Inputs that could not be read as they should be", "id", "problems-name");
    html.open("ul");
    for (Problem problem : report.problems()) {
      html.open("li").element("code", problem.place().toString()).text(" ");
      html.element("bdi", problem.message()).close("li");
    }
    html.close("ul").close("section");
  }
}
