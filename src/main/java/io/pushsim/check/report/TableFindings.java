package io.pushsim.check.report;

import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.display.Figures;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells findings on the terminal: of each kind the first ones, and how many more there are. */
final class TableFindings {
  /** Nobody reads more of a kind on a terminal; thousands would hide the other kinds. */
  static final int MOST_OF_A_KIND = 20;

  private final TerminalLines lines;

  TableFindings(TerminalLines lines) {
    this.lines = lines;
  }

  void write(List<Finding> findings) {
    TableFinding told = new TableFinding(lines);
    Map<FindingKind, Integer> numbers = new EnumMap<>(FindingKind.class);
    for (Finding finding : findings) {
      if (numbers.merge(finding.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
        told.write(finding);
      }
    }
    boolean all = true;
    for (Map.Entry<FindingKind, Integer> ofKind : numbers.entrySet()) {
      if (ofKind.getValue() > MOST_OF_A_KIND) {
        all = false;
        more(ofKind.getKey(), ofKind.getValue() - MOST_OF_A_KIND);
      }
    }
    if (!all) {
      lines.prose(0, StyledText.of("--report DIR writes all of them, --format json prints them."));
      lines.blank();
    }
  }

  private void more(FindingKind kind, int number) {
    lines.prose(
        0,
        StyledText.of(TableFinding.tone(kind.severity()), kind.severity() + ": ")
            .and(Figures.number(number) + " more of ")
            .and(Tone.STRONG, kind.title())
            .and(Tone.FAINT, "  [" + kind.id() + "]"));
  }
}
