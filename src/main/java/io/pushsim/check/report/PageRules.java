package io.pushsim.check.report;

import io.pushsim.check.report.MatrixView.Row;
import io.pushsim.display.Figures;
import io.pushsim.display.HtmlWriter;
import java.util.List;

/** A set-up's rules with their verdicts, and what is open, as a plain table. */
final class PageRules {
  private static final int MOST_OPEN = 200;

  private final HtmlWriter html;
  private final MatrixView view;

  PageRules(HtmlWriter html, MatrixView view) {
    this.html = html;
    this.view = view;
  }

  void write(String title) {
    html.open("details", "open", "open").open("summary").element("bdi", title);
    html.text(
        ": " + Figures.count(view.rows().stream().filter(Row::hasRule).count(), "rule", "rules"));
    html.close("summary");
    html.open("table").open("thead").open("tr");
    for (String heading : List.of("Bucket and rule", "Events and keys", "Target", "Verdict")) {
      html.element("th", heading, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    view.rows().stream().filter(Row::hasRule).forEach(this::row);
    open(view.open());
    html.close("tbody").close("table").close("details");
  }

  private void row(Row row) {
    html.open("tr").open("th", "scope", "row");
    html.element("bdi", row.bucket()).text(" ").element("bdi.rule", row.title()).close("th");
    html.open("td").element("code", row.matching()).close("td");
    html.open("td").element("code", row.target()).close("td");
    html.open("td");
    row.relation().ifPresent(this::badge);
    html.element("bdi", row.why()).close("td").close("tr");
  }

  private void badge(Relation relation) {
    html.element(
        "span.badge." + PageData.className(relation), relation.sign() + " " + relation.word());
    html.text(" ");
  }

  private void open(List<MatrixView.Open> open) {
    for (MatrixView.Open target : open.subList(0, Math.min(MOST_OPEN, open.size()))) {
      openRow(target.to(), view.shown(target.column()), target.why());
    }
    int more = open.size() - MOST_OPEN;
    if (more > 0) {
      openRow("", Figures.count(more, "more target", "more targets"), "likewise");
    }
  }

  private void openRow(String bucket, String target, String why) {
    html.open("tr").open("th", "scope", "row");
    html.element("bdi", bucket).text(" (by no rule)").close("th");
    html.open("td").close("td").open("td").element("code", target).close("td");
    html.open("td");
    badge(Relation.OPEN);
    html.element("bdi", why).close("td").close("tr");
  }
}
