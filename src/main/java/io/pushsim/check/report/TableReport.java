package io.pushsim.check.report;

import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.display.Style;
import io.pushsim.display.TerminalLines;
import java.io.PrintWriter;

/** A check told on the terminal: each set-up's matrix and findings, and a sum. */
public final class TableReport {
  private TableReport() {}

  /** Writes it all; the last line is the sum. Problems of the inputs are not told, only counted. */
  public static void write(CheckReport report, PrintWriter out, Style style) {
    TerminalLines lines = new TerminalLines(out, style);
    for (CheckedSetUp setUp : report.setUps()) {
      if (isWorthTelling(setUp)) {
        lines.title(Titles.of(setUp, report));
        lines.blank();
        new TableMatrix(lines, new MatrixView(setUp)).write();
        new TableFindings(lines).write(setUp.findings());
      }
    }
    lines.verdict(report.passed() && report.problems().isEmpty(), "", Counts.of(report).sentence());
    lines.flush();
  }

  private static boolean isWorthTelling(CheckedSetUp setUp) {
    return !setUp.matrix().rules().isEmpty()
        || !setUp.matrix().targets().isEmpty()
        || !setUp.findings().isEmpty();
  }
}
