package io.pushsim.check.report;

import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.display.HtmlWriter;
import io.pushsim.display.ShellCommand;

/** A finding on the page: what, where, why, and what mends it. */
final class PageFinding {
  private final HtmlWriter html;

  PageFinding(HtmlWriter html) {
    this.html = html;
  }

  /**
   * Writes it.
   *
   * @param setUp what it belongs to; empty where there is one set-up only
   */
  void write(Finding finding, String setUp) {
    FindingKind kind = finding.kind();
    html.open(
        "article.finding." + kind.severity(),
        "data-severity",
        kind.severity().toString(),
        "data-kind",
        kind.id());
    html.open("h3").element("span.badge." + kind.severity(), kind.severity().toString()).text(" ");
    html.element("strong", kind.title()).text(" ").element("span.id", kind.id()).close("h3");
    html.open("p.where").element("code", finding.place().toString());
    finding.related().forEach(place -> html.text(", see also ").element("code", place.toString()));
    if (!setUp.isEmpty()) {
      html.text(" in ").element("bdi", setUp);
    }
    html.close("p");
    html.open("p").element("bdi", finding.message()).close("p");
    mending(finding);
    html.open("p.more").text(kind.explanation() + " ");
    html.element("a", "AWS's documentation", "href", kind.documentation(), "rel", "noreferrer");
    html.close("p").close("article");
  }

  private void mending(Finding finding) {
    if (!finding.commands().isEmpty()) {
      html.element("h4", "To mend it");
      for (String line : ShellCommand.joined(finding.commands())) {
        if (ShellCommand.isCommand(line)) {
          html.command(line);
        } else {
          html.element("p", line);
        }
      }
    }
    finding
        .lines()
        .ifPresent(
            lines -> {
              html.element("h4", lines.where());
              if (lines.isEmpty()) {
                return;
              }
              html.open("div.command");
              html.element("pre", lines.text().stripTrailing(), "tabindex", "0");
              html.element("button.copy", "Copy", "type", "button", "hidden", "hidden");
              html.close("div");
            });
  }
}
