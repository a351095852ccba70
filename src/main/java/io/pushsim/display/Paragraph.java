package io.pushsim.display;

import java.util.ArrayList;
import java.util.List;

/** Breaks a styled text into lines that fit, the second and further ones indented. */
public final class Paragraph {
  /** Signs behind which a word may be broken that is wider than a line: the best ones first. */
  private static final List<String> BREAKS_AFTER = List.of(":/,;&?", "-=");

  private final Style style;
  private final List<Cell> cells = new ArrayList<>();

  private record Cell(int codePoint, int width, Tone tone) {}

  /** A text as this terminal shows it. */
  public Paragraph(StyledText text, Style style) {
    this.style = style;
    for (StyledText.Span span : text.spans()) {
      shown(span.text(), style)
          .codePoints()
          .forEach(point -> cells.add(new Cell(point, CodePoints.cells(point), span.tone())));
    }
  }

  /** The text as the terminal shows it, without line ends. */
  public static String shown(String text, Style style) {
    return style.unicode() ? VisibleText.inline(text) : VisibleText.ascii(text);
  }

  /** The cells of the whole text on one line. */
  public int width() {
    return width(0, cells.size());
  }

  /** The whole text on one line, coloured. */
  String line() {
    return painted(0, cells.size());
  }

  /**
   * The lines, coloured.
   *
   * @param used columns that stand before the first line already
   * @param indent columns left free before each further line
   */
  List<String> lines(int used, int indent, int columns) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    do {
      boolean first = lines.isEmpty();
      int end = end(start, columns - (first ? used : indent));
      lines.add((first ? "" : " ".repeat(indent)) + painted(start, trimmed(start, end)));
      start = skipSpaces(end);
    } while (start < cells.size());
    return lines;
  }

  private int end(int start, int room) {
    int end = start;
    int taken = 0;
    while (end < cells.size() && (taken += cells.get(end).width) <= room) {
      end++;
    }
    if (end == cells.size()) {
      return end;
    }
    int atSpace = lastSpace(start, end);
    boolean hasSpace = atSpace > start;
    if (hasSpace && fitsBehind(atSpace, room)) {
      return atSpace;
    }
    int behindSign = lastSign(start + (end - start) / 2, end);
    if (hasSpace) {
      boolean worthIt = behindSign - atSpace > room / 3;
      return worthIt ? behindSign : atSpace;
    }
    return Math.max(behindSign > 0 ? behindSign : end, start + 1);
  }

  /** Whether the word behind a space fits on a line of its own. */
  private boolean fitsBehind(int space, int room) {
    int from = skipSpaces(space);
    int to = from;
    while (to < cells.size() && cells.get(to).codePoint != ' ') {
      to++;
    }
    return width(from, to) <= room;
  }

  private int lastSpace(int start, int end) {
    for (int i = end; i > start; i--) {
      if (cells.get(i).codePoint == ' ' && trimmed(start, i) > start) {
        return i;
      }
    }
    return start;
  }

  /** The place behind the last sign between two places; 0 where there is none. */
  private int lastSign(int from, int to) {
    for (String signs : BREAKS_AFTER) {
      for (int i = to; i > from; i--) {
        if (signs.indexOf(cells.get(i - 1).codePoint) >= 0) {
          return i;
        }
      }
    }
    return 0;
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i > 0 && i < cells.size() && cells.get(i).codePoint == ' ') {
      i++;
    }
    return i;
  }

  private int trimmed(int start, int end) {
    int i = end;
    while (i > start && cells.get(i - 1).codePoint == ' ') {
      i--;
    }
    return i;
  }

  private int width(int from, int to) {
    return cells.subList(from, to).stream().mapToInt(Cell::width).sum();
  }

  private String painted(int start, int end) {
    StringBuilder line = new StringBuilder();
    StringBuilder run = new StringBuilder();
    for (int i = start; i < end; i++) {
      Cell cell = cells.get(i);
      run.appendCodePoint(cell.codePoint);
      if (i + 1 == end || cells.get(i + 1).tone != cell.tone) {
        line.append(style.paint(cell.tone, run.toString()));
        run.setLength(0);
      }
    }
    return line.toString();
  }
}
