package io.pushsim.check.report;

import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.report.MatrixView.Row;
import io.pushsim.display.Figures;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code report.md}: a check's report as a comment on a pull request, in GitHub's Markdown. */
public final class MarkdownReport {
  // GitHub takes 65,536 characters a comment.
  private static final int MOST_ROWS = 200;

  private final Writer out;

  private MarkdownReport(Writer out) {
    this.out = out;
  }

  /** Writes the whole text, ending in a line end. The writer stays open. */
  public static void write(CheckReport report, Writer out) throws IOException {
    new MarkdownReport(out).report(report);
    out.flush();
  }

  private void report(CheckReport report) throws IOException {
    boolean well = report.passed() && report.problems().isEmpty();
    line("### " + (well ? "✅" : "❌") + " pushsim check: " + Counts.of(report).sentence());
    for (CheckedSetUp setUp : report.setUps()) {
      MatrixView view = new MatrixView(setUp);
      if (!view.rows().isEmpty() || !setUp.findings().isEmpty()) {
        line("");
        line("#### " + MarkdownText.prose(Titles.of(setUp, report)));
        if (!view.rows().isEmpty()) {
          rules(view);
        }
        for (Finding finding : setUp.findings()) {
          finding(finding);
        }
      }
    }
    problems(report);
  }

  private void rules(MatrixView view) throws IOException {
    line("");
    line("| | Bucket | Rule | Events, keys | Target | Why |");
    line("|---|---|---|---|---|---|");
    List<Row> all = view.rows().stream().filter(Row::hasRule).toList();
    // Those that work are left out first, should they be too many.
    Set<Row> told =
        new HashSet<>(all.stream().filter(row -> !works(row)).limit(MOST_ROWS).toList());
    all.stream().filter(MarkdownReport::works).limit(MOST_ROWS - told.size()).forEach(told::add);
    for (Row row : all) {
      if (told.contains(row)) {
        row(row);
      }
    }
    List<MatrixView.Open> open = view.open();
    for (MatrixView.Open target : open.subList(0, Math.min(MOST_ROWS, open.size()))) {
      line(
          "| ❗ open | %s | (none) | | %s | %s |"
              .formatted(
                  MarkdownText.code(target.to()),
                  MarkdownText.code(view.shown(target.column())),
                  MarkdownText.prose(target.why())));
    }
    int left = all.size() - told.size() + Math.max(0, open.size() - MOST_ROWS);
    if (left > 0) {
      line("");
      line(Figures.count(left, "more row is", "more rows are") + " in report.html of `--report`.");
    }
  }

  private static boolean works(Row row) {
    return row.relation().filter(relation -> relation == Relation.WORKS).isPresent();
  }

  private void row(Row row) throws IOException {
    String state =
        row.relation().map(relation -> sign(relation) + " " + relation.word()).orElse("");
    line(
        "| %s | %s | %s | %s | %s | %s |"
            .formatted(
                state,
                MarkdownText.code(row.bucket()),
                MarkdownText.prose(row.title()),
                row.matching().isEmpty() ? "" : MarkdownText.code(row.matching()),
                row.target().isEmpty() ? "" : MarkdownText.code(row.target()),
                MarkdownText.prose(row.why())));
  }

  private static String sign(Relation relation) {
    return switch (relation) {
      case WORKS -> "✅";
      case DEAD -> "❌";
      default -> "❔";
    };
  }

  private void finding(Finding finding) throws IOException {
    line("");
    line(
        "<details><summary><b>%s</b>: %s (<code>%s</code>)</summary>"
            .formatted(
                finding.kind().severity(),
                MarkdownText.html(finding.kind().title()),
                MarkdownText.html(finding.place().toString())));
    line("");
    line(MarkdownText.prose(finding.message()));
    for (String part : MarkdownText.mending(finding)) {
      line("");
      line(part);
    }
    if (!finding.related().isEmpty()) {
      line("");
      line(
          "See also "
              + String.join(
                  ", ",
                  finding.related().stream()
                      .map(place -> MarkdownText.code(place.toString()))
                      .toList())
              + ".");
    }
    line("");
    line(
        "`%s` · [AWS's documentation](%s)"
            .formatted(finding.kind().id(), finding.kind().documentation()));
    line("");
    line("</details>");
  }

  private void problems(CheckReport report) throws IOException {
    if (report.problems().isEmpty()) {
      return;
    }
    line("");
    line("#### Inputs that could not be read as they should be");
    line("");
    for (var problem : report.problems()) {
      line(
          "- %s: %s"
              .formatted(
                  MarkdownText.code(problem.place().toString()),
                  MarkdownText.prose(problem.message())));
    }
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
