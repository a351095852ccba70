package io.pushsim.check.report;

import io.pushsim.check.finding.Finding;
import io.pushsim.display.ShellCommand;
import java.util.ArrayList;
import java.util.List;

/** A finding's message in SARIF: as plain text, and as Markdown with what mends it. */
final class SarifMessage {
  private SarifMessage() {}

  // What looks like an embedded link is one, in plain text too (SARIF 2.1.0, 3.11.6).
  static String text(Finding finding) {
    List<String> parts = new ArrayList<>(List.of(finding.message()));
    if (!finding.commands().isEmpty()) {
      parts.add("To mend it:\n" + String.join("\n", ShellCommand.joined(finding.commands())));
    }
    finding
        .lines()
        .ifPresent(
            lines -> parts.add(lines.where() + (lines.isEmpty() ? "." : ":\n" + lines.text())));
    return String.join("\n\n", parts).replace("](", "] (");
  }

  static String markdown(Finding finding) {
    StringBuilder text = new StringBuilder(MarkdownText.prose(finding.message()));
    MarkdownText.mending(finding).forEach(part -> text.append("\n\n").append(part));
    return text.toString();
  }
}
