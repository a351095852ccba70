package io.pushsim.check.report;

import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.Severity;
import io.pushsim.check.mending.Lines;
import io.pushsim.display.Paragraph;
import io.pushsim.display.ShellCommand;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import io.pushsim.display.VisibleText;

/** Tells a finding on the terminal: what, where, why, and what mends it. */
final class TableFinding {
  private static final int INDENT = 4;

  private final TerminalLines lines;

  TableFinding(TerminalLines lines) {
    this.lines = lines;
  }

  void write(Finding finding) {
    Severity severity = finding.kind().severity();
    lines.paragraph(
        StyledText.EMPTY,
        StyledText.of(tone(severity), severity + ": ")
            .and(Tone.STRONG, finding.kind().title())
            .and(Tone.FAINT, "  [" + finding.kind().id() + "]"),
        INDENT,
        lines.style().proseWidth());
    place("", finding.place().toString());
    lines.paragraph(
        StyledText.of(" ".repeat(INDENT)),
        StyledText.of(finding.message()),
        lines.style().proseWidth());
    finding.related().forEach(place -> place("see also ", place.toString()));
    mending(finding);
    // An address is never broken: one click opens it.
    lines.line(
        " ".repeat(INDENT) + lines.style().paint(Tone.FAINT, finding.kind().documentation()));
    lines.blank();
  }

  private void place(String what, String place) {
    lines.paragraph(
        StyledText.of(" ".repeat(INDENT)),
        StyledText.of(Tone.FAINT, what).and(Tone.NAME, place),
        INDENT + 2,
        lines.style().width());
  }

  private void mending(Finding finding) {
    if (!finding.commands().isEmpty()) {
      lines.prose(INDENT, StyledText.of(Tone.FAINT, "to mend it:"));
      ShellCommand.joined(finding.commands()).forEach(this::command);
    }
    finding.lines().ifPresent(this::template);
  }

  private void command(String command) {
    if (ShellCommand.isCommand(command)) {
      lines.command(INDENT + 2, command);
    } else {
      lines.prose(INDENT + 2, StyledText.of(command));
    }
  }

  /** Lines to copy, which are not wrapped. */
  private void template(Lines added) {
    if (added.isEmpty()) {
      lines.prose(INDENT, StyledText.of(Tone.FAINT, added.where()));
      return;
    }
    lines.prose(INDENT, StyledText.of(Tone.FAINT, added.where() + ":"));
    for (String line : VisibleText.lines(added.text().stripTrailing())) {
      lines.line(
          line.isBlank()
              ? ""
              : " ".repeat(INDENT + 2)
                  + lines.style().paint(Tone.NAME, Paragraph.shown(line, lines.style())));
    }
  }

  static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.WARNING;
      case NOTE -> Tone.NAME;
    };
  }
}
