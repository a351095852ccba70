package io.pushsim.scenario.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes styled texts on a terminal, wrapped and indented. */
final class TerminalLines {
  private static final int LABEL = 10;

  private final PrintWriter out;
  private final Style style;

  TerminalLines(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  Style style() {
    return style;
  }

  Glyphs glyphs() {
    return style.glyphs();
  }

  void blank() {
    line("");
  }

  /** One line as it is. */
  void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** Text after {@code prefix}, further lines under the text's own start. */
  void paragraph(StyledText prefix, StyledText text, int columns) {
    Paragraph before = new Paragraph(prefix, style);
    paragraph(prefix, text, before.width(), columns);
  }

  /** Text after {@code prefix}, further lines indented. */
  void paragraph(StyledText prefix, StyledText text, int indent, int columns) {
    Paragraph before = new Paragraph(prefix, style);
    String start = before.line();
    for (String line : new Paragraph(text, style).lines(before.width(), indent, columns)) {
      line(start + line);
      start = "";
    }
  }

  /** A sentence, or what is read like one. */
  void prose(int indent, StyledText text) {
    paragraph(StyledText.of(" ".repeat(indent)), text, indent + 2, style.proseWidth());
  }

  /** A word that says what it is, and the thing itself, line by line. */
  void labelled(int indent, String label, List<StyledText> texts) {
    String left = " ".repeat(indent) + label;
    for (StyledText text : texts) {
      String padding = " ".repeat(Math.max(1, indent + LABEL - left.length()));
      paragraph(StyledText.of(Tone.FAINT, left + padding), text, style.width());
      left = " ".repeat(indent);
    }
  }

  void labelled(int indent, String label, StyledText text) {
    labelled(indent, label, List.of(text));
  }

  /** A text of a handler, line by line, of which at most {@code most} are shown. */
  void labelledText(int indent, String label, Tone tone, List<String> texts, int most) {
    List<String> lines = texts.stream().flatMap(text -> VisibleText.lines(text).stream()).toList();
    List<StyledText> shown =
        new ArrayList<>(
            lines.stream().limit(most).map(line -> StyledText.of(tone, clipped(line))).toList());
    if (lines.size() > most) {
      String left = Figures.count(lines.size() - most, "more line", "more lines");
      shown.add(StyledText.of(Tone.FAINT, "(" + left + ": see the report)"));
    }
    labelled(indent, label, shown);
  }

  private static String clipped(String line) {
    int most = 2_000;
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    int end = line.offsetByCodePoints(0, most);
    String left =
        Figures.count(line.codePointCount(end, line.length()), "more character", "more characters");
    return line.substring(0, end) + " (" + left + ": see the report)";
  }

  void flush() {
    out.flush();
  }
}
