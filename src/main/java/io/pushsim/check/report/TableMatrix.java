package io.pushsim.check.report;

import io.pushsim.check.report.MatrixView.Column;
import io.pushsim.check.report.MatrixView.Row;
import io.pushsim.display.Figures;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int MOST_OPEN = 5;
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
    for (List<Row> rows : byBucket()) {
      rows.forEach(row -> row(row, block, first));
      if (first) {
        open(rows.get(0).key(), indent(block));
      }
    }
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

  private void open(String bucket, int indent) {
    for (MatrixView.Open open : view.open(bucket, MOST_OPEN)) {
      lines.paragraph(
          StyledText.of(" ".repeat(indent)),
          StyledText.of(Relation.OPEN.tone(), "open: ")
              .and(
                  view.shown(open.column())
                      + ", "
                      + open.why()
                      + ", but none of its rules names it"),
          indent + 2,
          Math.min(lines.style().width(), indent + MOST_TEXT));
    }
    long more = view.openCount(bucket) - MOST_OPEN;
    if (more > 0) {
      lines.paragraph(
          StyledText.of(" ".repeat(indent)),
          StyledText.of(
              Relation.OPEN.tone(),
              "open: " + Figures.count(more, "more target", "more targets") + " likewise"),
          indent + 2,
          lines.style().width());
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
    int told = 0;
    for (List<Row> rows : byBucket()) {
      List<Row> mattering = rows.stream().filter(TableMatrix::matters).toList();
      mattering.forEach(this::alone);
      boolean open = view.openCount(rows.get(0).key()) > 0;
      if (open && mattering.isEmpty()) {
        lines.paragraph(
            StyledText.EMPTY,
            StyledText.of(Tone.STRONG, rows.get(0).bucket()),
            2,
            lines.style().width());
      }
      open(rows.get(0).key(), 2);
      told += mattering.size() + (open ? 1 : 0);
    }
    if (told == 0) {
      lines.prose(0, StyledText.of(Tone.GOOD, "Every rule works, and nothing is open."));
    } else if (!shown.isEmpty()) {
      lines.blank();
      legend.signs(shown);
    }
    lines.blank();
  }

  private Collection<List<Row>> byBucket() {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    view.rows().forEach(row -> rows.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
    return rows.values();
  }

  private static boolean matters(Row row) {
    return row.relation()
        .map(relation -> relation == Relation.DEAD || relation == Relation.UNKNOWN)
        .orElse(false);
  }

  private void alone(Row row) {
    StyledText sign =
        row.relation()
            .map(relation -> StyledText.of(relation.tone(), relation.sign(lines.style()) + " "))
            .orElse(StyledText.of("  "));
    row.relation().ifPresent(shown::add);
    lines.paragraph(sign, headline(row), 4, lines.style().width());
    details(row, 4);
  }
}
