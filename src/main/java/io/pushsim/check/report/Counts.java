package io.pushsim.check.report;

import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.finding.Severity;
import io.pushsim.display.Figures;
import java.util.ArrayList;
import java.util.List;

/** How many of what a check has. */
record Counts(
    long errors,
    long warnings,
    long notes,
    long rules,
    long targets,
    long suppressed,
    long problems) {

  static Counts of(CheckReport report) {
    return new Counts(
        report.count(Severity.ERROR),
        report.count(Severity.WARNING),
        report.count(Severity.NOTE),
        report.setUps().stream().mapToLong(setUp -> setUp.matrix().rules().size()).sum(),
        report.setUps().stream().mapToLong(setUp -> setUp.matrix().targets().size()).sum(),
        report.setUps().stream().mapToLong(CheckedSetUp::suppressed).sum(),
        report.problems().size());
  }

  long findings() {
    return errors + warnings + notes;
  }

  /** {@code 2 errors, 1 warning}, {@code no findings}. */
  String findingsSentence() {
    List<String> parts = new ArrayList<>();
    add(parts, errors, "error", "errors");
    add(parts, warnings, "warning", "warnings");
    add(parts, notes, "note", "notes");
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private static void add(List<String> parts, long number, String one, String many) {
    if (number > 0) {
      parts.add(Figures.count(number, one, many));
    }
  }

  /** {@code 2 errors, 1 warning in 4 rules; 3 left out by baseline or --ignore}. */
  String sentence() {
    String known =
        suppressed == 0
            ? ""
            : "; " + Figures.number(suppressed) + " left out by baseline or --ignore";
    String unread =
        problems == 0
            ? ""
            : "; parts of the inputs were left out: "
                + Figures.count(problems, "problem", "problems");
    return findingsSentence() + " in " + Figures.count(rules, "rule", "rules") + known + unread;
  }
}
