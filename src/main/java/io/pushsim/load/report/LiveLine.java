package io.pushsim.load.report;

import io.pushsim.display.Figures;
import io.pushsim.display.Style;
import io.pushsim.load.LoadAudience;
import io.pushsim.load.measurement.Counts;
import io.pushsim.load.measurement.Moment;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** One line of a terminal that tells how the load goes, written over again and again. */
public final class LiveLine implements LoadAudience {
  private static final String TO_THE_LEFT = "\r";

  private final PrintWriter out;
  private final int width;
  private final String separator;
  private int shown;

  /**
   * @param style what the terminal can show
   */
  public LiveLine(PrintWriter out, Style style) {
    this.out = out;
    this.width = style.width();
    this.separator = " " + style.glyphs().separator() + " ";
  }

  @Override
  public void passed(Moment moment, Counts counts) {
    StringBuilder line = new StringBuilder();
    for (String figure : figures(moment, counts)) {
      if (line.length() + separator.length() + figure.length() >= width) {
        break;
      }
      line.append(line.isEmpty() ? "" : separator).append(figure);
    }
    write(line.toString());
  }

  private static List<String> figures(Moment moment, Counts counts) {
    return List.of(
        moment.second() < 0
            ? String.format(Locale.ROOT, "warm-up %.0f s", -moment.second())
            : Words.seconds(moment.second()),
        Words.rate(moment.ended()),
        "p99 " + Words.milliseconds(moment.p99()),
        Figures.number(moment.underWay()) + " under way",
        Figures.count(counts.failed(), "error", "errors"),
        Figures.number(counts.throttles()) + " throttled",
        Figures.number(counts.denied()) + " denied");
  }

  private void write(String line) {
    out.print(TO_THE_LEFT + line + " ".repeat(Math.max(0, shown - line.length())));
    out.flush();
    shown = line.length();
  }

  /** Leaves the line empty for what comes next. */
  public void end() {
    write("");
    out.print(TO_THE_LEFT);
    out.flush();
  }
}
