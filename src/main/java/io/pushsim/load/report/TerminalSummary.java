package io.pushsim.load.report;

import io.pushsim.display.Figures;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import io.pushsim.load.Ending;
import io.pushsim.load.GeneratorLimit;
import io.pushsim.load.LoadResult;
import io.pushsim.load.Split;
import io.pushsim.load.Switch;
import io.pushsim.load.measurement.Latency;
import io.pushsim.load.measurement.Stage;
import io.pushsim.load.threshold.Threshold;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a terminal what came of a load. */
public final class TerminalSummary {
  private static final int LABEL = 11;
  private static final int COLUMN = 11;
  private static final Column P50 = percentile("p50", 50);
  private static final Column P99 = percentile("p99", 99);
  private static final Column MAX = new Column("max", Latency::max);

  private final TerminalLines lines;
  private final LoadReport report;

  /** A figure of each stage. */
  private record Column(String head, Function<Latency, OptionalDouble> value) {}

  public TerminalSummary(TerminalLines lines, LoadReport report) {
    this.lines = lines;
    this.report = report;
  }

  /** Writes all of it. */
  public void write() {
    LoadResult result = report.result();
    lines.title("pushsim load: " + report.setting().scenario());
    line("target", StyledText.of(report.setting().target()));
    line("plan", StyledText.of(Words.plan(report.setting().plan())));
    for (String leftOut : Words.leftOut(report.setting())) {
      line("left out", StyledText.of(leftOut));
    }
    line("pushes", StyledText.of(Words.pushes(result.counts())));
    line("rate", StyledText.of(Words.rates(result.rates())));
    line("counted", StyledText.of(String.join(separator(), Words.counted(result.counts()))));
    for (Map.Entry<String, Long> error : Words.errors(result.counts())) {
      line("", StyledText.of(Tone.BAD, Figures.number(error.getValue()) + " × " + error.getKey()));
    }
    line(
        report.setting().isThisProcess() ? "process" : "pushsim",
        StyledText.of(Words.resources(result.resources())));
    latencies(result);
    result.splits().forEach(this::split);
    result.switches().forEach(this::changed);
    lines.blank();
    endings(result);
    report.former().ifPresent(this::compared);
    report.thresholds().forEach(this::threshold);
    lines.flush();
  }

  private String separator() {
    return " " + lines.glyphs().separator() + " ";
  }

  private void line(String label, StyledText text) {
    lines.paragraph(
        StyledText.of(Tone.FAINT, padded(label, LABEL)), text, LABEL, lines.style().proseWidth());
  }

  private void latencies(LoadResult result) {
    List<Column> columns = columns();
    lines.blank();
    lines.line(
        lines.style().paint(Tone.FAINT, row("latency to", columns.stream().map(Column::head))));
    for (Stage stage : Stage.values()) {
      Latency latency = result.latency(stage);
      if (latency.count() > 0) {
        lines.line(
            row(
                stage.word(),
                columns.stream().map(column -> Words.milliseconds(column.value().apply(latency)))));
      }
    }
  }

  /** As many as have room, those that say most. */
  private List<Column> columns() {
    int room = (lines.style().width() - LABEL) / COLUMN;
    if (room >= 5) {
      return List.of(P50, percentile("p90", 90), P99, percentile("p99.9", 99.9), MAX);
    }
    return room >= 3 ? List.of(P50, P99, MAX) : List.of(P50, P99);
  }

  private static Column percentile(String head, double percent) {
    return new Column(head, latency -> latency.percentile(percent));
  }

  private static String row(String label, Stream<String> values) {
    return padded(label, LABEL) + values.map(TerminalSummary::right).collect(Collectors.joining());
  }

  private void split(Split split) {
    lines.blank();
    boolean disagrees = split.verdict() == Split.Verdict.DISAGREES;
    line(
        "split",
        StyledText.of(Words.name(split))
            .and(" ")
            .and(disagrees ? Tone.BAD : Tone.PLAIN, Words.verdict(split)));
    for (Split.Share share : split.shares()) {
      line(
          "  " + share.version(),
          StyledText.of(Tone.STRONG, Words.share(share.share()))
              .and(
                  " of %s runs, weight %s, 95 %% sure: %s to %s"
                      .formatted(
                          Figures.number(split.runs()),
                          Figures.percent(share.weight()),
                          Words.share(share.from()),
                          Words.share(share.to()))));
    }
  }

  private void changed(Switch done) {
    lines.blank();
    line(
        "operation",
        StyledText.of(
            done.refusal().isPresent() ? Tone.BAD : Tone.PLAIN,
            String.join(", ", Words.sentences(done))));
  }

  private void compared(FormerLoad former) {
    line("compared", StyledText.of("with " + former.description()));
    for (String difference : former.differences(report)) {
      line("", StyledText.of(Tone.WARNING, "not the same: " + difference));
    }
    for (FormerLoad.Compared figure : former.with(report)) {
      line(
          "  " + figure.figure(),
          StyledText.of(figure.before() + " " + lines.glyphs().arrow() + " " + figure.now() + "  ")
              .and(Tone.STRONG, figure.change()));
    }
    lines.blank();
  }

  private void endings(LoadResult result) {
    GeneratorLimit limit = result.generatorLimit();
    lines.paragraph(
        StyledText.EMPTY,
        StyledText.of(limit.reached() ? Tone.WARNING : Tone.FAINT, limit.sentence()),
        lines.style().proseWidth());
    if (result.ending().kind() != Ending.Kind.AS_PLANNED) {
      lines.verdict(false, "", result.ending().sentence());
    }
  }

  private void threshold(Threshold.Verdict verdict) {
    lines.verdict(verdict.passed(), verdict.threshold() + ": ", verdict.measured());
  }

  private static String padded(String text, int width) {
    return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, COLUMN - text.length())) + text;
  }
}
