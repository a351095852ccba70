package io.pushsim.scenario.report;

import io.pushsim.display.Figures;
import io.pushsim.display.ShellCommand;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import io.pushsim.display.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Tells on the terminal where a notification went, why or why not, and what ran. */
final class TerminalDelivery {
  private static final int MOST_LOG_LINES = 20;
  private static final int MOST_TRACE_LINES = 4;

  private final TerminalLines lines;
  private final StorySetting setting;
  private final CourseText text;
  private final int indent;

  TerminalDelivery(TerminalLines lines, StorySetting setting, int indent) {
    this.lines = lines;
    this.setting = setting;
    this.text = new CourseText(setting, lines.glyphs().arrow());
    this.indent = indent;
  }

  void push(PushReport push, boolean asExpected) {
    lines.paragraph(
        StyledText.of(" ".repeat(indent)).and(Tone.NAME, lines.glyphs().bullet() + " "),
        StyledText.of(push.eventName()).and(push.bucket().isEmpty() ? "" : " " + push.objectName()),
        lines.style().width());
    int deeper = indent + lines.glyphs().bullet().length() + 1;
    push.eventId().ifPresent(id -> lines.prose(deeper, StyledText.of(Tone.FAINT, "event " + id)));
    push.faults().forEach(fault -> lines.prose(deeper, StyledText.of(Tone.WARNING, fault.text())));
    push.unmatched()
        .ifPresent(why -> lines.prose(deeper, StyledText.of(Tone.WARNING, "no target: ").and(why)));
    push.deliveries().forEach(delivery -> delivery(delivery, deeper, asExpected));
  }

  private void delivery(DeliveryReport delivery, int left, boolean asExpected) {
    StyledText to =
        StyledText.of(delivery.configurationId().map(id -> id + " ").orElse(""))
            .and(lines.glyphs().arrow() + " ")
            .and(Tone.STRONG, setting.shortName(delivery.target()))
            .and("  ")
            .and(decision(delivery, asExpected));
    lines.paragraph(StyledText.of(" ".repeat(left)), to, left + 2, lines.style().width());
    int deeper = left + 2;
    if (!delivery.allowed()) {
      delivery.reason().forEach(reason -> because(reason, deeper));
      remedy(delivery.remedy(), deeper);
    }
    course(text.before(delivery.course()), Tone.PLAIN, deeper);
    delivery
        .invocation()
        .ifPresent(
            run -> run(run, Decisions.ran(run, delivery.course().attempts().size()), deeper));
    course(text.after(delivery.course()), Tone.WARNING, deeper);
  }

  private void course(List<String> told, Tone tone, int left) {
    told.forEach(line -> lines.prose(left, StyledText.of(tone, line)));
  }

  private static StyledText decision(DeliveryReport delivery, boolean asExpected) {
    if (delivery.allowed()) {
      return StyledText.of(Tone.GOOD, Decisions.sentence(delivery));
    }
    return StyledText.of(asExpected ? Tone.WARNING : Tone.BAD, Decisions.sentence(delivery));
  }

  private void because(String reason, int left) {
    lines.paragraph(
        StyledText.of(Tone.FAINT, " ".repeat(left) + "- "),
        StyledText.of(reason),
        lines.style().proseWidth());
  }

  /** Commands start at the left, where a selection of whole lines copies nothing else. */
  private void remedy(List<String> remedy, int left) {
    List<String> commands = ShellCommand.joined(remedy);
    if (commands.isEmpty()) {
      return;
    }
    lines.prose(left, StyledText.of(Tone.FAINT, "to allow it:"));
    for (String command : commands) {
      if (ShellCommand.isCommand(command)) {
        lines.command(left + 2, command);
      } else {
        lines.prose(left + 2, StyledText.of(command));
      }
    }
  }

  /** The account of one handler's run. */
  void run(InvocationView run, int left) {
    run(run, Decisions.ran(run), left);
  }

  private void run(InvocationView run, String ran, int left) {
    lines.prose(left, StyledText.of(ran));
    if (run.cutByHarness()) {
      lines.prose(left, StyledText.of(Tone.WARNING, Decisions.CUT));
    }
    if (!run.logs().isEmpty()) {
      labelledText(left, "printed", Tone.PLAIN, run.logs(), MOST_LOG_LINES);
    }
    run.result()
        .ifPresent(
            result ->
                labelledText(left, "returned", Tone.PLAIN, List.of(JsonText.compact(result)), 1));
    run.error()
        .ifPresent(
            error ->
                labelledText(
                    left, "failed", Tone.BAD, Decisions.errorLines(error), 1 + MOST_TRACE_LINES));
  }

  /** A text of a handler, line by line, of which at most {@code most} are shown. */
  private void labelledText(int indent, String label, Tone tone, List<String> texts, int most) {
    List<String> all = texts.stream().flatMap(text -> VisibleText.lines(text).stream()).toList();
    List<StyledText> shown =
        new ArrayList<>(
            all.stream().limit(most).map(line -> StyledText.of(tone, clipped(line))).toList());
    if (all.size() > most) {
      String left = Figures.count(all.size() - most, "more line", "more lines");
      shown.add(StyledText.of(Tone.FAINT, "(" + left + ": see the report)"));
    }
    lines.labelled(indent, label, shown);
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
}
