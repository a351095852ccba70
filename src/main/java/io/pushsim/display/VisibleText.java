package io.pushsim.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text of unknown origin, cut into what is shown as it is and what is shown as an escape: control
 * characters, bidirectional controls, invisible characters, lone surrogates.
 */
public final class VisibleText {
  private VisibleText() {}

  /** A run of text; {@code escape} where it stands for characters that cannot be seen. */
  record Run(String text, boolean escape) {}

  /** On one line: line ends and tabs are escaped too. */
  public static String inline(String text) {
    StringBuilder shown = new StringBuilder();
    runs(text).forEach(run -> shown.append(run.text()));
    return shown.toString();
  }

  /** As {@link #inline}, with everything beyond ASCII escaped. */
  static String ascii(String text) {
    StringBuilder shown = new StringBuilder();
    inline(text)
        .codePoints()
        .forEach(
            codePoint -> {
              if (codePoint < 0x7F) {
                shown.appendCodePoint(codePoint);
              } else {
                shown.append(escape(codePoint));
              }
            });
    return shown.toString();
  }

  /**
   * A JSON text that means the same, with what cannot be seen as JSON's escapes. Beyond ASCII a
   * JSON text has only what stands in strings.
   */
  public static String inJson(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    int before = ' ';
    for (int i = 0; i < json.length(); ) {
      int point = json.codePointAt(i);
      int next = i + Character.charCount(point);
      int after = next < json.length() ? json.codePointAt(next) : ' ';
      if (point > '~' && CodePoints.isHidden(point, before, after)) {
        json.substring(i, next)
            .chars()
            .forEach(
                unit -> escaped.append("\\u").append(fourDigits(unit).toUpperCase(Locale.ROOT)));
      } else {
        escaped.appendCodePoint(point);
      }
      before = point;
      i = next;
    }
    return escaped.toString();
  }

  /** The lines of a text, each still to be made visible; tabs are widened to four spaces. */
  public static List<String> lines(String text) {
    return List.of(text.replace("\t", "    ").split("\r\n|\r|\n", -1));
  }

  static List<Run> runs(String text) {
    int[] points = text.codePoints().toArray();
    List<Run> runs = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      int before = i == 0 ? ' ' : points[i - 1];
      int after = i == points.length - 1 ? ' ' : points[i + 1];
      if (CodePoints.isHidden(points[i], before, after)) {
        flush(plain, runs);
        runs.add(new Run(escape(points[i]), true));
      } else {
        plain.appendCodePoint(points[i]);
      }
    }
    flush(plain, runs);
    return runs;
  }

  private static void flush(StringBuilder plain, List<Run> runs) {
    if (plain.length() > 0) {
      runs.add(new Run(plain.toString(), false));
      plain.setLength(0);
    }
  }

  private static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> codePoint > 0xFFFF ? "\\u{" + hex(codePoint) + "}" : "\\u" + fourDigits(codePoint);
    };
  }

  private static String fourDigits(int codePoint) {
    String digits = hex(codePoint);
    return "0".repeat(4 - digits.length()) + digits;
  }

  private static String hex(int codePoint) {
    return Integer.toHexString(codePoint);
  }
}
