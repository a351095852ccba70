package io.pushsim.check.report;

import io.pushsim.check.report.MatrixView.Column;
import io.pushsim.check.report.MatrixView.Row;
import io.pushsim.display.Figures;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws a matrix on the terminal: signs at the left, a column for each target by its letter, and
 * beside them the rule, its target and why. Where targets are too many for a line, further blocks
 * follow; where the matrix is too large to be read, only the rows that matter are told.
 */
final class TableMatrix {
  private static final int MOST_TARGETS = TableLegend.LETTERS;
  private static final int MOST_RULES = 100;
  private static final int MOST_ALIKE = 20;
  private static final int LEAST_TEXT = 24;
  private static final int MOST_TEXT = 90;

  private final TerminalLines lines;
  private final MatrixView view;
  private final TableLegend legend;
  private final Set<Relation> shown = EnumSet.noneOf(Relation.class);

  TableMatrix(TerminalLines lines, MatrixView view) {
    this.lines = lines;
    this.view = view;
    this.legend = new TableLegend(lines, view);
  }

  void write() {
    if (view.columns().size() > MOST_TARGETS || view.rows().size() > MOST_RULES) {
      writeWhatMatters();
      return;
    }
    if (!view.columns().isEmpty()) {
      legend.targets();
      lines.blank();
    }
    List<List<Column>> blocks = blocks();
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i), i == 0);
    }
    open(view.open());
    legend.signs(shown);
    lines.blank();
  }

  private List<List<Column>> blocks() {
    int text = Math.max(LEAST_TEXT, Math.min(MOST_TEXT, lines.style().width() * 55 / 100));
    int room = lines.style().width() - text;
    List<List<Column>> blocks = new ArrayList<>();
    List<Column> block = new ArrayList<>();
    for (Column column : view.columns()) {
      block.add(column);
      if (width(block) > room) {
        block.remove(block.size() - 1);
        blocks.add(block);
        block = new ArrayList<>(List.of(column));
      }
    }
    blocks.add(block);
    return blocks;
  }

  private static int width(List<Column> block) {
    int width = 0;
    for (int i = 0; i < block.size(); i++) {
      width += gap(block, i).length() + 1;
    }
    return width;
  }

  /** A wider gap stands between two functions. */
  private static boolean startsGroup(List<Column> block, int i) {
    return i > 0 && !block.get(i).arn().unqualified().equals(block.get(i - 1).arn().unqualified());
  }

  private void block(List<Column> block, boolean first) {
    StyledText head = StyledText.EMPTY;
    for (int i = 0; i < block.size(); i++) {
      head = head.and(gap(block, i)).and(Tone.NAME, legend.letter(block.get(i)));
    }
    if (!block.isEmpty()) {
      lines.paragraph(StyledText.EMPTY, head, lines.style().width());
    }
    view.rows().forEach(row -> row(row, block, first));
    lines.blank();
  }

  private static String gap(List<Column> block, int i) {
    return i == 0 ? "" : startsGroup(block, i) ? "  " : " ";
  }

  private static int indent(List<Column> block) {
    return block.isEmpty() ? 0 : width(block) + 2;
  }

  private void row(Row row, List<Column> block, boolean first) {
    StyledText signs = StyledText.EMPTY;
    for (int i = 0; i < block.size(); i++) {
      Relation relation = view.relation(row, block.get(i));
      shown.add(relation);
      signs = signs.and(gap(block, i)).and(relation.tone(), relation.sign(lines.style()));
    }
    int indent = indent(block);
    signs = signs.and(" ".repeat(indent - width(block)));
    if (first) {
      lines.paragraph(signs, headline(row), indent + 2, lines.style().width());
      details(row, indent + 2);
    } else {
      lines.paragraph(
          signs, StyledText.of(Tone.STRONG, row.name()), indent + 2, lines.style().width());
    }
  }

  private StyledText headline(Row row) {
    StyledText text = StyledText.of(Tone.STRONG, row.bucket());
    return row.hasRule()
        ? text.and("  " + row.title() + " " + lines.glyphs().arrow() + " ")
            .and(Tone.STRONG, row.target())
        : text;
  }

  private void details(Row row, int indent) {
    if (!row.matching().isEmpty()) {
      lines.paragraph(
          StyledText.of(" ".repeat(indent)),
          StyledText.of(Tone.FAINT, row.matching().replace("…", lines.glyphs().ellipsis())),
          indent + 2,
          lines.style().width());
    }
    lines.paragraph(
        StyledText.of(" ".repeat(indent)),
        StyledText.of(row.relation().map(Relation::tone).orElse(Tone.FAINT), sentence(row)),
        indent + 2,
        Math.min(lines.style().width(), indent + MOST_TEXT));
  }

  private static String sentence(Row row) {
    String denied = "denied: ";
    if (!row.relation().equals(Optional.of(Relation.DEAD))) {
      return row.why();
    }
    return row.why().startsWith(denied)
        ? "dead: " + row.why().substring(denied.length())
        : "dead, " + row.why();
  }

  private void open(List<MatrixView.Open> open) {
    for (MatrixView.Open target : open.subList(0, Math.min(MOST_ALIKE, open.size()))) {
      lines.paragraph(
          StyledText.EMPTY,
          StyledText.of(Relation.OPEN.tone(), Relation.OPEN.word() + ": ")
              .and(Tone.STRONG, view.shown(target.column()))
              .and(" to " + target.to() + ", " + target.why()),
          2,
          lines.style().proseWidth());
    }
    int more = open.size() - MOST_ALIKE;
    if (more > 0) {
      more(Relation.OPEN, Figures.count(more, "more target", "more targets"));
    }
    if (!open.isEmpty()) {
      lines.blank();
    }
  }

  private void writeWhatMatters() {
    lines.prose(
        0,
        StyledText.of(
            Figures.count(view.rows().size(), "rule", "rules")
                + " against "
                + Figures.count(view.columns().size(), "target", "targets")
                + ": only the rows that matter are shown. --report DIR writes the whole matrix as a page that one can search, --format json prints it."));
    lines.blank();
    boolean dead = alone(Relation.DEAD);
    boolean unknown = alone(Relation.UNKNOWN);
    List<MatrixView.Open> open = view.open();
    open(open);
    if (!dead && !unknown && open.isEmpty()) {
      lines.prose(0, StyledText.of(Tone.GOOD, "Every rule works, and nothing is open."));
      lines.blank();
    }
  }

  /** Tells the rows with this relation, the first ones one by one; false where there are none. */
  private boolean alone(Relation relation) {
    List<Row> rows =
        view.rows().stream().filter(row -> row.relation().equals(Optional.of(relation))).toList();
    rows.stream().limit(MOST_ALIKE).forEach(this::alone);
    if (rows.size() > MOST_ALIKE) {
      more(relation, Figures.count(rows.size() - MOST_ALIKE, "more rule", "more rules"));
    }
    if (!rows.isEmpty()) {
      lines.blank();
    }
    return !rows.isEmpty();
  }

  private void more(Relation relation, String number) {
    lines.prose(0, StyledText.of(relation.tone(), relation.word() + ": " + number + " likewise"));
  }

  private void alone(Row row) {
    StyledText sign =
        row.relation()
            .map(relation -> StyledText.of(relation.tone(), relation.sign(lines.style()) + " "))
            .orElse(StyledText.of("  "));
    lines.paragraph(sign, headline(row), 4, lines.style().width());
    details(row, 4);
  }
}
