package io.pushsim.check.report;

import io.pushsim.check.report.MatrixView.Column;
import io.pushsim.display.Paragraph;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import java.util.Set;

/** Says what the letters and the signs of a matrix on the terminal mean. */
final class TableLegend {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01234567";

  /** How many targets have a letter. */
  static final int LETTERS = ALPHABET.length();

  private final TerminalLines lines;
  private final MatrixView view;

  TableLegend(TerminalLines lines, MatrixView view) {
    this.lines = lines;
    this.view = view;
  }

  String letter(Column column) {
    return ALPHABET.substring(column.index(), column.index() + 1);
  }

  /** The targets side by side, in as many columns as fit. */
  void targets() {
    int cell = 0;
    for (Column column : view.columns()) {
      cell = Math.max(cell, width(column));
    }
    int perLine = Math.max(1, (lines.style().width() + 3) / (cell + 3));
    StyledText line = StyledText.EMPTY;
    for (Column column : view.columns()) {
      boolean ends =
          column.index() % perLine == perLine - 1 || column.index() == view.columns().size() - 1;
      line =
          line.and(Tone.NAME, letter(column))
              .and(" " + view.shown(column) + (ends ? "" : " ".repeat(cell - width(column) + 3)));
      if (ends) {
        lines.paragraph(StyledText.EMPTY, line, 2, lines.style().width());
        line = StyledText.EMPTY;
      }
    }
  }

  private int width(Column column) {
    return 2 + new Paragraph(StyledText.of(view.shown(column)), lines.style()).width();
  }

  /** The signs that stand in the matrix. */
  void signs(Set<Relation> shown) {
    StyledText text = StyledText.EMPTY;
    String between = "";
    for (Relation relation : shown) {
      text =
          text.and(between)
              .and(relation.tone(), relation.sign(lines.style()))
              .and(Tone.FAINT, " " + relation.legend());
      between = "   ";
    }
    if (!shown.isEmpty()) {
      lines.paragraph(StyledText.EMPTY, text, 0, lines.style().proseWidth());
    }
  }
}
