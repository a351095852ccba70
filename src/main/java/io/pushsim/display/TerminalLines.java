package io.pushsim.display;

import java.io.PrintWriter;
import java.util.List;

/** Writes styled texts on a terminal, wrapped and indented. */
public final class TerminalLines {
  private static final int LABEL = 10;

  private final PrintWriter out;
  private final Style style;

  /** Lines for a terminal that can show this much. */
  public TerminalLines(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** What the terminal can show. */
  public Style style() {
    return style;
  }

  /** The signs that the terminal can show. */
  public Glyphs glyphs() {
    return style.glyphs();
  }

  /** An empty line. */
  public void blank() {
    line("");
  }

  /** One line as it is. */
  public void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** Text after {@code prefix}, further lines under the text's own start. */
  public void paragraph(StyledText prefix, StyledText text, int columns) {
    Paragraph before = new Paragraph(prefix, style);
    paragraph(prefix, text, before.width(), columns);
  }

  /** Text after {@code prefix}, further lines indented. */
  public void paragraph(StyledText prefix, StyledText text, int indent, int columns) {
    Paragraph before = new Paragraph(prefix, style);
    String start = before.line();
    for (String line : new Paragraph(text, style).lines(before.width(), indent, columns)) {
      line(start + line);
      start = "";
    }
  }

  /** A sentence, or what is read like one. */
  public void prose(int indent, StyledText text) {
    paragraph(StyledText.of(" ".repeat(indent)), text, indent + 2, style.proseWidth());
  }

  /** A word that says what it is, and the thing itself, line by line. */
  public void labelled(int indent, String label, List<StyledText> texts) {
    String left = " ".repeat(indent) + label;
    for (StyledText text : texts) {
      String padding = " ".repeat(Math.max(1, indent + LABEL - left.length()));
      paragraph(StyledText.of(Tone.FAINT, left + padding), text, style.width());
      left = " ".repeat(indent);
    }
  }

  /** A name with a line across the terminal behind it. */
  public void title(String name) {
    int columns = style.proseWidth();
    String rule = glyphs().rule();
    StyledText text = StyledText.of(Tone.STRONG, name);
    int taken = 4 + new Paragraph(text, style).width();
    if (taken < columns) {
      text = text.and(" ").and(Tone.NAME, rule.repeat(columns - taken));
    }
    paragraph(StyledText.of(Tone.NAME, rule.repeat(2) + " "), text, columns);
  }

  /** A command to copy, broken between words only. */
  public void command(int indent, String command) {
    String shown = Paragraph.shown(command, style);
    for (String line : ShellCommand.parse(shown).lines(style.width() - indent, 4)) {
      line(" ".repeat(indent) + style.paint(Tone.NAME, line));
    }
  }

  /** Whether all is as it should be, told by sign and colour before a sentence. */
  public void verdict(boolean passed, String subject, String sentence) {
    Tone tone = passed ? Tone.GOOD : Tone.BAD;
    String mark = passed ? glyphs().passed() : glyphs().failed();
    paragraph(
        StyledText.of(tone, mark + " "),
        StyledText.of(subject).and(tone, sentence),
        style.proseWidth());
  }

  /** Sends off what was written. */
  public void flush() {
    out.flush();
  }
}
