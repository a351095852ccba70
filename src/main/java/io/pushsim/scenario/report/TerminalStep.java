package io.pushsim.scenario.report;

import io.pushsim.display.Figures;
import io.pushsim.display.Glyphs;
import io.pushsim.display.Paragraph;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import io.pushsim.display.VisibleText;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells one step on the terminal: what was asked, what was answered, what was pushed. */
final class TerminalStep {
  private static final int LINE_NUMBER = 4;
  private static final int WIDE = 140;
  private static final int ANSWER_COLUMN = 72;
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  private final TerminalLines lines;
  private final StorySetting setting;
  private final OperationSummary summary;
  private final TerminalDelivery deliveries;
  private final int body;
  private Duration told = Duration.ZERO;

  TerminalStep(TerminalLines lines, StorySetting setting) {
    this.lines = lines;
    this.setting = setting;
    this.summary = new OperationSummary(setting, lines.glyphs().arrow());
    this.body = LINE_NUMBER + lines.glyphs().passed().length() + 2;
    this.deliveries = new TerminalDelivery(lines, setting, body);
  }

  void write(StepReport step) {
    headline(step);
    step.error().ifPresent(this::refused);
    step.invocation().ifPresent(run -> deliveries.run(run, body));
    step.repeated().ifPresent(sums -> repeated(sums, !step.pushes().isEmpty()));
    step.pushes().forEach(push -> deliveries.push(push, step.passed()));
    step.failures().forEach(this::failed);
  }

  private void headline(StepReport step) {
    Glyphs glyphs = lines.glyphs();
    String number = String.valueOf(step.line());
    StyledText gutter =
        StyledText.of(Tone.FAINT, " ".repeat(Math.max(0, LINE_NUMBER - number.length())) + number)
            .and(" ")
            .and(
                step.passed() ? Tone.GOOD : Tone.BAD,
                (step.passed() ? glyphs.passed() : glyphs.failed()) + " ");
    StyledText asked =
        StyledText.of(Tone.STRONG, step.operation())
            .and(" ")
            .and(summary.asked(step))
            .and(moved(step));
    String answer = step.response().map(r -> summary.answered(step.operation(), r)).orElse("");
    int column = body + new Paragraph(asked, lines.style()).width();
    int width = lines.style().width();
    int start = width >= WIDE ? Math.max(column + 2, ANSWER_COLUMN) : column + 2;
    StyledText told = StyledText.of(Tone.FAINT, glyphs.arrow() + " " + answer);
    if (!answer.isEmpty() && start + new Paragraph(told, lines.style()).width() <= width) {
      lines.paragraph(gutter, asked.and(" ".repeat(start - column)).and(told), body + 2, width);
      return;
    }
    lines.paragraph(gutter, asked, body + 2, width);
    if (!answer.isEmpty()) {
      lines.paragraph(
          StyledText.of(" ".repeat(body)), told, body + glyphs.arrow().length() + 1, width);
    }
  }

  /** How far the story has come, where it came further since that was told last. */
  private StyledText moved(StepReport step) {
    Duration now = setting.since(step.time());
    if (now.minus(told).compareTo(WORTH_TELLING) < 0) {
      return StyledText.EMPTY;
    }
    told = now;
    return StyledText.of(Tone.NAME, "  +" + Figures.span(now));
  }

  private void refused(ErrorReport error) {
    Tone tone = error.expected() ? Tone.WARNING : Tone.BAD;
    String how = error.expected() ? "refused as expected: " : "refused: ";
    lines.paragraph(
        StyledText.of(Tone.FAINT, " ".repeat(body) + lines.glyphs().arrow() + " "),
        StyledText.of(tone, how)
            .and(error.code() + " (" + error.httpStatus() + ")  " + error.message()),
        lines.style().proseWidth());
    int indent = body + lines.glyphs().arrow().length() + 1;
    for (Map.Entry<String, String> detail : Decisions.tellingDetails(error).entrySet()) {
      lines.prose(indent, StyledText.of(Tone.FAINT, detail.getKey() + " ").and(detail.getValue()));
    }
    error.reason().forEach(reason -> lines.prose(indent, StyledText.of("- " + reason)));
  }

  private void repeated(RepeatReport sums, boolean hasPushes) {
    lines.prose(
        body,
        StyledText.of(Tone.STRONG, Figures.count(sums.times(), "time", "times"))
            .and(": " + Figures.count(sums.deliveries(), "delivery", "deliveries") + ", ")
            .and(Tone.GOOD, Figures.number(sums.allowed()) + " allowed")
            .and(", ")
            .and(
                sums.denied() == 0 ? Tone.PLAIN : Tone.WARNING,
                Figures.number(sums.denied()) + " denied")
            .and(", ")
            .and(
                sums.failed() == 0 ? Tone.PLAIN : Tone.BAD,
                Figures.count(sums.failed(), "function error", "function errors"))
            .and(", " + Figures.count(sums.coldStarts(), "cold start", "cold starts"))
            .and(Tone.WARNING, Decisions.states(sums))
            .and(Tone.WARNING, Decisions.faults(sums)));
    int runs = sums.split().values().stream().mapToInt(Integer::intValue).sum();
    sums.split().forEach((version, count) -> share(version, count, runs));
    if (sums.times() > 1 && hasPushes) {
      lines.prose(body, StyledText.of(Tone.FAINT, "the first of them:"));
    }
  }

  private void share(String version, int count, int runs) {
    Glyphs glyphs = lines.glyphs();
    int cells = Math.min(40, lines.style().width() - body - 32);
    int filled = runs == 0 ? 0 : Math.round((float) count * cells / runs);
    String bar = cells < 4 ? "" : glyphs.bar().repeat(filled);
    String rest = cells < 4 ? "" : glyphs.barRest().repeat(cells - filled) + " ";
    lines.prose(
        body,
        StyledText.of(padded("version " + version, -11) + " ")
            .and(Tone.NAME, bar)
            .and(Tone.FAINT, rest)
            .and(padded(Figures.percent(count, runs), 8) + "  ")
            .and(Tone.FAINT, padded(Figures.number(count), 6)));
  }

  private static String padded(String text, int width) {
    String padding = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
    return width < 0 ? text + padding : padding + text;
  }

  private void failed(FailureReport failure) {
    lines.paragraph(
        StyledText.of(Tone.BAD, " ".repeat(body) + lines.glyphs().failed() + " "),
        StyledText.of(Tone.STRONG, Decisions.place(setting.file(), failure))
            .and(failure.path().isEmpty() ? "" : "  " + failure.path()),
        lines.style().width());
    int indent = body + lines.glyphs().failed().length() + 1;
    lines.labelled(indent, "expected", texts(Tone.GOOD, failure.expected()));
    lines.labelled(indent, "actual", texts(Tone.BAD, failure.actual()));
  }

  private static List<StyledText> texts(Tone tone, String text) {
    return VisibleText.lines(text).stream().map(line -> StyledText.of(tone, line)).toList();
  }
}
